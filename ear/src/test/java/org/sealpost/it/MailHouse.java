package org.sealpost.it;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.sealpost.server.Command;

/** The organisation's mail server, a real one by SMTP and IMAP over TLS, and the name server that it trusts. */
final class MailHouse implements AutoCloseable {
    private static final String PASSWORD = "only-for-this-test";

    private final NameServer names = new NameServer();
    private final Path folder;
    private final GreenMail server;
    private final GreenMailUser own;

    MailHouse(Path folder) throws Exception {
        this.folder = folder;
        Path store = folder.resolve("mail.p12");
        String words = " -alias tls -storetype PKCS12 -storepass " + PASSWORD + " -keystore " + store;
        keytool("-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost" + words);
        keytool("-exportcert -rfc -file " + folder.resolve("mail.pem") + words);
        Files.writeString(folder.resolve("mail-password"), PASSWORD + "\n");
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        server = new GreenMail(ServerSetup.dynamicPort(new ServerSetup[] {ServerSetup.SMTPS, ServerSetup.IMAPS}));
        server.start();
        own = server.setUser("acme@corp.example", "acme", PASSWORD);
        server.setUser("ann@partner.example", "ann", "ann");
    }

    private static void keytool(String words) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Command made = Command.run(Map.of(), List.of((keytool + " " + words).split(" ")));
        if (made.status() != 0) {
            throw new IllegalStateException(made.output());
        }
    }

    /** The name server. */
    NameServer names() {
        return names;
    }

    /** What Sealpost is told of it. */
    Map<String, String> environment() {
        return Map.of(
                "SEALPOST_ACME",
                "on",
                "SEALPOST_ACME_DOMAINS",
                "partner.example",
                "SEALPOST_ACME_FROM",
                "acme@corp.example",
                "SEALPOST_ACME_SMTP_URL",
                "smtps://localhost:" + server.getSmtps().getPort(),
                "SEALPOST_ACME_IMAP_URL",
                "imaps://localhost:" + server.getImaps().getPort(),
                "SEALPOST_ACME_USER",
                "acme",
                "SEALPOST_ACME_PASSWORD_FILE",
                folder.resolve("mail-password").toString(),
                "SEALPOST_ACME_TRUST_FILE",
                folder.resolve("mail.pem").toString(),
                "SEALPOST_ACME_DNS_URL",
                "dns://127.0.0.1:" + names.port());
    }

    /** The newest challenge that has come for an address and is none of those before. */
    Optional<MimeMessage> challenge(String to, List<String> before) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(one -> header(one, "To").contains(to))
                .filter(one -> header(one, "Subject").startsWith("ACME: "))
                .filter(one -> !before.contains(header(one, "Message-ID")))
                .findFirst();
    }

    static String header(MimeMessage message, String name) {
        try {
            return String.valueOf(message.getHeader(name, null));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail arrives in the mailbox that challenges come from. */
    void deliver(String mail) throws Exception {
        own.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }

    /** How many mails lie in that mailbox. */
    int waiting() {
        try {
            return server.getManagers().getImapHostManager().getInbox(own).getMessageCount();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
        names.close();
    }
}
