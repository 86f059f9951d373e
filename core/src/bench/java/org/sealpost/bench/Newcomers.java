package org.sealpost.bench;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.directory.BasicAttributes;
import javax.naming.ldap.BasicControl;
import javax.naming.ldap.Control;
import javax.naming.ldap.InitialLdapContext;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;

/** More people in the sample's directory, enabled by its administrator, each with a token and ready to enrol. */
final class Newcomers {
    private static final String BASE = "ou=Headquarters,dc=corp,dc=example";
    private static final int AT_ONCE = 3;

    /** Has the sample's directory take an entry's id as it is given: UnboundID's control to ignore NO-USER-MODIFICATION. */
    private static final String WITH_ITS_ID = "1.3.6.1.4.1.30221.2.5.5";

    private final ServerCalls server;
    private final String directory;
    private final ConcurrentLinkedQueue<Newcomer> ready = new ConcurrentLinkedQueue<>();
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger count = new AtomicInteger();

    /** Somebody who holds a token, with the request that redeems it. */
    record Newcomer(String login, ClientEnrolment enrolment) {
        /** @return the answer's status */
        HttpResponse<String> enrol(ServerCalls server) throws Exception {
            return server.post(login, "/api/v1/enrolments", Requests.json(enrolment.request()));
        }
    }

    /** @param directory the sample's directory, an ldap address on this machine */
    Newcomers(ServerCalls server, String directory) {
        this.server = server;
        this.directory = directory;
    }

    /** Makes so many; their keys are made here and now, so that enrolling later is the server's work alone. */
    void prepare(int number) throws Exception {
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            logins.add("bench" + count.incrementAndGet());
        }
        addToDirectory(logins);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Newcomer>> all = new ArrayList<>();
            for (String login : logins) {
                all.add(workers.submit(() -> enable(login)));
            }
            for (Future<Newcomer> one : all) {
                ready.add(one.get());
            }
        } finally {
            workers.shutdown();
        }
    }

    /** The next one; nobody when all have come. */
    Newcomer next() {
        return ready.poll();
    }

    /** Was turned away and comes again. */
    void back(Newcomer turnedAway) {
        ready.add(turnedAway);
    }

    int waiting() {
        return ready.size();
    }

    private void addToDirectory(List<String> logins) throws NamingException {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        settings.put(Context.PROVIDER_URL, directory);
        InitialLdapContext context = new InitialLdapContext(settings, null);
        context.setRequestControls(new Control[] {new BasicControl(WITH_ITS_ID, true, null)});
        for (String login : logins) {
            BasicAttributes entry = new BasicAttributes("objectClass", "inetOrgPerson");
            entry.put("uid", login);
            entry.put("cn", login);
            entry.put("sn", login);
            entry.put("displayName", login);
            entry.put("mail", login + "@corp.example");
            entry.put("userPassword", login + "-sample");
            entry.put("entryUUID", UUID.randomUUID().toString());
            context.createSubcontext("uid=" + login + "," + BASE, entry).close();
        }
        context.close();
    }

    private Newcomer enable(String login) throws Exception {
        String address = login + "@corp.example";
        HttpResponse<String> answer = server.post("admin", "/api/v1/mailboxes/" + address + "/token", "");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        TokenCode token = TokenCode.parse(ServerCalls.text(answer.body(), "token"));
        return new Newcomer(
                login, ClientEnrolment.begin(Organisation.PROVIDERS, random, address, token, KeyType.EC_P256));
    }
}
