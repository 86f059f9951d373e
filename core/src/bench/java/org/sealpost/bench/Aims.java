package org.sealpost.bench;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.smime.CmsAlone;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.RecipientKey;

/** The aims, each with the ratio that this run reached. Nothing fails here: a loaded machine is no defect. */
final class Aims {

    private static final int LARGE = 100_000_000;
    private static final double SECONDS = 0.4;
    private final Openssl openssl;
    private final int rounds;

    Aims(Path folder, int rounds) {
        this.openssl = new Openssl(folder);
        this.rounds = rounds;
    }

    void measure() throws Exception {
        System.out.printf(
                "%n%-76s %8s %8s%n", "Aims: ratios of CPU time, measured in turns; higher is better", "reached", "aim");
        smallMail(KeyType.EC_P256, 35, 30);
        smallMail(KeyType.RSA_2048, 12, 12);
        manyRecipients();
        for (EncryptionFormat format : List.of(EncryptionFormat.AES_256_GCM, EncryptionFormat.AES_256_CBC)) {
            cmsAlone(format);
        }
        largeMail(EncryptionFormat.AES_256_CBC, 2);
        largeMail(EncryptionFormat.AES_256_GCM, 5);
    }

    private void smallMail(KeyType type, double sealAim, double openAim) throws Exception {
        Organisation us = new Organisation(type);
        openssl.writeKeys(us);
        byte[] letter = Organisation.letter(10_000);
        Files.write(openssl.folder().resolve("10k.eml"), letter);
        EncryptionFormat cbc = EncryptionFormat.AES_256_CBC;
        String sealing = openssl.seal("10k.eml", cbc, "10k.sealed");
        openssl.run(sealing);
        MessageSource sealed = MessageSource.of(Files.readAllBytes(openssl.folder().resolve("10k.sealed")));
        String pair = " of 10 KB, " + type + ", to a pair of openssl cms processes";
        report(
                "sign + encrypt" + pair,
                ratio(
                        () -> Messages.seal(us, MessageSource.of(letter), cbc, OutputStream.nullOutputStream()),
                        openssl.cost(sealing, 20)),
                sealAim);
        report(
                "decrypt + verify" + pair,
                ratio(() -> openForeign(us, sealed), openssl.cost(Openssl.open("10k.sealed"), 20)),
                openAim);
    }

    /** Opens what openssl sealed: the very same file. */
    private static void openForeign(Organisation us, MessageSource sealed) throws Exception {
        try (var opened = us.opener.open(sealed, List.of(us.decryptionKey), us.policy)) {
            if (opened.signatures().size() != 1 || !opened.signatures().get(0).intact()) {
                throw new IllegalStateException("not verified");
            }
        }
    }

    private void manyRecipients() throws Exception {
        Organisation us = new Organisation(KeyType.RSA_2048);
        List<RecipientKey> recipients = new ArrayList<>();
        StringBuilder files = new StringBuilder();
        for (OwnedKey recipient : us.recipients(1_000)) {
            String file = "r" + recipients.size() + ".pem";
            openssl.writeKey(file, recipient);
            files.append(' ').append(file);
            recipients.add(new RecipientKey(recipient.certificate(), Capabilities.STANDARD, Organisation.PROVIDERS));
        }
        Envelope envelope = new Envelope(EncryptionFormat.AES_256_CBC, recipients);
        byte[] letter = Organisation.letter(1_000_000);
        Files.write(openssl.folder().resolve("1m.eml"), letter);
        report(
                "encrypt 1 MB to 1000 RSA-2048 recipients, to an openssl cms process",
                ratio(
                        () -> us.sealer.encrypt(MessageSource.of(letter), envelope, OutputStream.nullOutputStream()),
                        openssl.cost("openssl cms -encrypt -aes-256-cbc -in 1m.eml -out /dev/null" + files, 1)),
                10);
    }

    /** CMS without MIME, from memory into nothing, held against the fastest of the raw ciphers. */
    private void cmsAlone(EncryptionFormat format) throws Exception {
        Organisation us = new Organisation(KeyType.RSA_2048);
        byte[] bytes = Organisation.letter(LARGE);
        CmsAlone cms = new CmsAlone(Organisation.PROVIDERS, new SecureRandom(), us.envelope(format));
        List<Cost.Contender> contenders = new ArrayList<>();
        contenders.add(Cost.of(() -> cms.encrypt(bytes), SECONDS));
        for (Provider provider : RawCipher.candidates(format)) {
            contenders.add(Cost.of(() -> RawCipher.encrypt(bytes, format, provider), SECONDS));
        }
        Rounds measured = Rounds.of(rounds, contenders.toArray(Cost.Contender[]::new));
        double fastest = Double.MAX_VALUE;
        for (int i = 1; i < contenders.size(); i++) {
            fastest = Math.min(fastest, measured.ratio(i));
        }
        report("CMS alone of 100 MB, " + format + ", to the raw cipher of the fastest provider", fastest, 0.9);
    }

    /**
     * To full MIME with base64: from memory, as the server holds a message, and dropped by both, because storing it
     * costs the system more than making it. Then from file to file, without an aim. OpenSSL's CBC is the yardstick for
     * both formats, as its usual way to a message.
     */
    private void largeMail(EncryptionFormat format, double aim) throws Exception {
        Organisation us = new Organisation(KeyType.RSA_2048);
        openssl.writeKeys(us);
        Path file = openssl.folder().resolve("100m.eml");
        byte[] letter = Organisation.letter(LARGE);
        Files.write(file, letter);
        String what = "100 MB to full MIME, " + format + ", to openssl cms -encrypt -stream";
        report(what, toPlace(us, MessageSource.of(letter), format, "/dev/null", "/dev/null"), aim);
        String ours = openssl.folder().resolve("ours.eml").toString();
        report(what + ", by files", toPlace(us, MessageSource.of(file), format, ours, "theirs.eml"), 0);
    }

    private double toPlace(Organisation us, MessageSource letter, EncryptionFormat format, String ours, String theirs)
            throws Exception {
        Cost.Work work = () -> {
            try (OutputStream out = Files.newOutputStream(Path.of(ours))) {
                us.sealer.encrypt(letter, us.envelope(format), out);
            }
        };
        return ratio(
                work,
                openssl.cost("openssl cms -encrypt -stream -aes-256-cbc -in 100m.eml -out " + theirs + " e.pem", 1));
    }

    private double ratio(Cost.Work ours, Cost.Contender theirs) throws Exception {
        return Rounds.of(rounds, Cost.of(ours, SECONDS), theirs).ratio(1);
    }

    private static void report(String what, double ratio, double aim) {
        System.out.printf(
                Locale.ROOT,
                "%-76s %8.2f %8s  %s%n",
                what,
                ratio,
                aim > 0 ? String.format(Locale.ROOT, "%.1f", aim) : "",
                aim == 0 ? "" : ratio >= aim ? "reached" : "not reached");
    }
}
