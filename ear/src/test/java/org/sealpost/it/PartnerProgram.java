package org.sealpost.it;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sealpost.pki.Certificates;
import org.sealpost.server.Command;
import org.shredzone.acme4j.Order;

/** What Ann at the partner's does beside her ACME client: reading and writing mail, making keys, looking at certificates. */
final class PartnerProgram {
    static final String ANN = "ann@partner.example";

    private final MailHouse mail;
    private final Path folder;
    private final List<String> answered = new ArrayList<>();
    private final List<String> mailed = new ArrayList<>();

    PartnerProgram(MailHouse mail, Path folder) {
        this.mail = mail;
        this.folder = folder;
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    static void until(Condition condition) {
        Waiting.await(() -> {
            try {
                return condition.holds();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    static EmailChallenge challenge(Order order) {
        return order.getAuthorizations()
                .get(0)
                .findChallenge(EmailChallenge.class)
                .orElseThrow();
    }

    /** The mail of the newest challenge, once it is there. */
    MimeMessage asked() {
        Waiting.await(() -> mail.challenge(ANN, answered).isPresent());
        MimeMessage asked = mail.challenge(ANN, answered).orElseThrow();
        answered.add(MailHouse.header(asked, "Message-ID"));
        mailed.add(half(asked));
        return asked;
    }

    /** Every half of a token that has come by mail. */
    List<String> mailed() {
        return List.copyOf(mailed);
    }

    private static String half(MimeMessage asked) {
        return MailHouse.header(asked, "Subject").substring("ACME: ".length());
    }

    /** The right answer to it. */
    static String answer(MimeMessage asked, EmailChallenge challenge) {
        return PartnerMail.answer(
                ANN,
                MailHouse.header(asked, "Message-ID"),
                MailHouse.header(asked, "Subject"),
                challenge.answer(half(asked)));
    }

    /** What {@code openssl verify} says. @param chain a certificate and its issuer's */
    String verified(List<X509Certificate> chain, String purpose) throws IOException {
        Path root = Files.writeString(folder.resolve("root.pem"), Certificates.pem(chain.get(1)));
        Path leaf = Files.writeString(folder.resolve("leaf.pem"), Certificates.pem(chain.get(0)));
        List<String> words = List.of("openssl", "verify", "-CAfile", root.toString(), "-purpose", purpose);
        List<String> all = new ArrayList<>(words);
        all.add(leaf.toString());
        return Command.run(Map.of(), all).output();
    }

    /** The revocation list in words. */
    static String list(SampleServer server) {
        String fetched = "curl -sk " + server.url() + "/pki/sealpost.crl | openssl crl -inform DER -noout -text";
        return Command.run(Map.of(), List.of("bash", "-c", fetched)).output();
    }

    static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(3072);
        return generator.generateKeyPair();
    }

    static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
