package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Function;
import org.sealpost.settings.AcmeConfiguration.MailServer;
import org.sealpost.settings.AcmeConfiguration.Service;
import org.sealpost.settings.SecretFile;
import org.sealpost.settings.TrustFile;

/**
 * The organisation's mail server, where challenges are handed over and answers lie. Every step takes a bounded time; nothing
 * is said in clear unless the server is on this machine. The password is read each time, and none stays in memory.
 */
@ApplicationScoped
class MailServers {
    /** Mails that are looked at in a turn. */
    private static final int AT_ONCE = 50;

    private static final String PATIENCE = "20000";

    /** What becomes of a mail. */
    enum Fate {
        /** It has done its work, and is removed. */
        DONE,
        /** It is nothing to us, and stays for whoever looks after the mailbox, marked as seen. */
        OTHER,
        /** Nobody can say yet; it is looked at again. */
        LATER
    }

    /**
     * Hands a mail over.
     *
     * @return false when the server will not take it for that address
     * @throws IOException when the server cannot be asked
     */
    boolean send(Service service, byte[] mail, String to) throws IOException {
        MailServer server = service.sending();
        try {
            Session session = session(service, server);
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(mail));
            try (Transport transport = session.getTransport(server.scheme())) {
                transport.connect(server.host(), port(server), service.account().user(), password(service));
                transport.sendMessage(message, InternetAddress.parse(to, true));
                return true;
            }
        } catch (SendFailedException e) {
            return false;
        } catch (MessagingException | GeneralSecurityException e) {
            throw new IOException(server.host(), e);
        }
    }

    /**
     * Looks at mails that nobody has seen yet, those that came first.
     *
     * @param reader decides about each; larger ones than {@link PartnerMail#LARGEST} it does not get to see
     * @throws IOException when the server cannot be asked
     */
    void read(Service service, Function<byte[], Fate> reader) throws IOException {
        MailServer server = service.reading();
        try {
            Session session = session(service, server);
            try (Store store = session.getStore(server.scheme())) {
                store.connect(server.host(), port(server), service.account().user(), password(service));
                try (Folder inbox = store.getFolder("INBOX")) {
                    inbox.open(Folder.READ_WRITE);
                    Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                    for (Message one : Arrays.asList(unseen).subList(0, Math.min(AT_ONCE, unseen.length))) {
                        decide(one, reader);
                    }
                }
            }
        } catch (MessagingException | GeneralSecurityException e) {
            throw new IOException(server.host(), e);
        }
    }

    private static void decide(Message mail, Function<byte[], Fate> reader) throws MessagingException, IOException {
        Fate fate = mail.getSize() > PartnerMail.LARGEST ? Fate.OTHER : reader.apply(octets(mail));
        if (fate != Fate.LATER) {
            mail.setFlag(fate == Fate.DONE ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
        }
    }

    private static byte[] octets(Message mail) throws MessagingException, IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        mail.writeTo(octets);
        return octets.toByteArray();
    }

    private static int port(MailServer server) {
        return server.port() == 0 ? -1 : server.port();
    }

    private static String password(Service service) throws IOException {
        return SecretFile.text(service.account().passwordFile());
    }

    private static Session session(Service service, MailServer server) throws GeneralSecurityException, IOException {
        Properties properties = new Properties();
        String name = "mail." + server.scheme() + ".";
        for (String patience : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(name + patience, PATIENCE);
        }
        properties.setProperty(name + "auth", "true");
        properties.setProperty(name + "peek", "true");
        properties.setProperty(name + "ssl.checkserveridentity", "true");
        properties.setProperty(name + "starttls.enable", "true");
        properties.setProperty(name + "starttls.required", String.valueOf(server.startTls()));
        if (service.trusted().isPresent()) {
            properties.put(
                    name + "ssl.socketFactory",
                    TrustFile.tls(service.trusted().get()).getSocketFactory());
        }
        return Session.getInstance(properties);
    }
}
