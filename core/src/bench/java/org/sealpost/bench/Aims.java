package org.sealpost.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.RecipientKey;
import org.sealpost.smime.SignatureForm;

/**
 * Compares Sealpost with openssl processes and with the raw cipher, and says of each aim whether it is reached.
 * Both sides run in turns and by CPU time, because absolute figures move by a third between runs and ratios by a tenth.
 */
public final class Aims {

    private static final int ROUNDS = 5;
    private final Path folder;

    private Aims(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, GeneralSecurityException {
        System.out.println("Providers: " + Organisation.PROVIDERS.describe());
        System.out.printf("%-58s %8s %8s  %s%n", "ratio of CPU time, higher is better", "ratio", "aim", "");
        Aims aims = new Aims(Path.of(arguments[0]));
        aims.smallMail(KeyType.EC_P256, 35, 30);
        aims.smallMail(KeyType.RSA_2048, 12, 12);
        aims.manyRecipients();
        aims.largeMail(EncryptionFormat.AES_256_CBC, 2);
        aims.largeMail(EncryptionFormat.AES_256_GCM, 5);
    }

    private void smallMail(KeyType type, double sealAim, double openAim) throws IOException, InterruptedException {
        Organisation us = new Organisation(type);
        MessageSource letter = MessageSource.of(Organisation.letter(10_000));
        String pem = pem(us, type.name());
        Files.write(folder.resolve("10k.eml"), Organisation.letter(10_000));
        String sign = "openssl cms -sign -in 10k.eml -signer " + pem + "s.pem -md sha256 -out signed.eml";
        String encrypt = "openssl cms -encrypt -aes-256-cbc -in signed.eml -out sealed.eml " + pem + "e.pem";
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        seal(us, letter, sealed);
        MessageSource toOpen = MessageSource.of(sealed.toByteArray());
        String what = " 10 KB " + type + ", to a pair of openssl processes";
        report(
                "sign + encrypt" + what,
                ratio(() -> seal(us, letter, OutputStream.nullOutputStream()), sign + " && " + encrypt),
                sealAim);
        String decrypt = "openssl cms -decrypt -in sealed.eml -recip " + pem + "e.pem -out opened.eml";
        String verify = "openssl cms -verify -noverify -in opened.eml -out plain.eml";
        report("decrypt + verify" + what, ratio(() -> open(us, toOpen), decrypt + " && " + verify), openAim);
    }

    private void manyRecipients() throws IOException, InterruptedException {
        Organisation us = new Organisation(KeyType.RSA_2048);
        List<RecipientKey> recipients = new ArrayList<>();
        StringBuilder files = new StringBuilder();
        for (OwnedKey recipient : us.recipients(1_000)) {
            String file = "r" + recipients.size() + ".pem";
            write(file, recipient.privateKey().getEncoded(), recipient.certificate());
            files.append(' ').append(file);
            recipients.add(new RecipientKey(recipient.certificate(), Capabilities.STANDARD, Organisation.PROVIDERS));
        }
        Envelope envelope = new Envelope(EncryptionFormat.AES_256_CBC, recipients);
        MessageSource letter = MessageSource.of(Organisation.letter(1_000_000));
        Files.write(folder.resolve("1m.eml"), Organisation.letter(1_000_000));
        report(
                "encrypt 1 MB to 1000 RSA recipients, to the process",
                ratio(
                        () -> us.sealer.encrypt(letter, envelope, OutputStream.nullOutputStream()),
                        "openssl cms -encrypt -aes-256-cbc -in 1m.eml -out many.eml" + files),
                10);
    }

    private void largeMail(EncryptionFormat format, double aim)
            throws IOException, InterruptedException, GeneralSecurityException {
        Organisation us = new Organisation(KeyType.RSA_2048);
        byte[] bytes = Organisation.letter(100_000_000);
        MessageSource letter = MessageSource.of(bytes);
        Files.write(folder.resolve("100m.eml"), bytes);
        String pem = pem(us, "large");
        boolean gcm = format == EncryptionFormat.AES_256_GCM;
        // openssl writes no S/MIME of authenticated content in every release; its CBC is the yardstick for both
        String openssl = "openssl cms -encrypt -stream -aes-256-cbc -in 100m.eml -out large.eml " + pem + "e.pem";
        Work ours = () -> us.sealer.encrypt(letter, us.envelope(format), OutputStream.nullOutputStream());
        Work toFile = () -> {
            try (OutputStream out = Files.newOutputStream(folder.resolve("ours.eml"))) {
                us.sealer.encrypt(letter, us.envelope(format), out);
            }
        };
        report("100 MB to full MIME " + format + ", to openssl cms -stream", ratio(toFile, openssl), aim);
        double raw = median(() -> rawCipher(bytes, gcm));
        System.out.printf(
                Locale.ROOT, "%-58s %8.2f%n", "100 MB to full MIME " + format + ", to the raw cipher", raw / median(ours));
    }

    private static void rawCipher(byte[] bytes, boolean gcm) throws IOException {
        try {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Cipher cipher = gcm
                    ? Cipher.getInstance("AES/GCM/NoPadding", Organisation.PROVIDERS.aesGcm())
                    : Cipher.getInstance("AES/CBC/PKCS5Padding", Organisation.PROVIDERS.aesCbc());
            byte[] iv = new byte[gcm ? 12 : 16];
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    gcm ? new GCMParameterSpec(128, iv) : new IvParameterSpec(iv));
            byte[] out = new byte[65_536 + 64];
            for (int i = 0; i < bytes.length; i += 65_536) {
                cipher.update(bytes, i, Math.min(65_536, bytes.length - i), out);
            }
            cipher.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static void seal(Organisation us, MessageSource letter, OutputStream out) throws IOException {
        us.sealer.signAndEncrypt(
                letter, us.signingKey, SignatureForm.CLEAR, us.envelope(EncryptionFormat.AES_256_CBC), out);
    }

    private static void open(Organisation us, MessageSource sealed) throws IOException {
        try (OpenedMessage opened = us.opener.open(sealed, List.of(us.decryptionKey), us.policy)) {
            if (opened.signatures().isEmpty()) {
                throw new IOException("not verified");
            }
        }
    }

    /** Both in turns; the median of the rounds' ratios. */
    private double ratio(Work ours, String theirs) throws IOException, InterruptedException {
        cpuSeconds(ours);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double mine = cpuSeconds(ours);
            ratios.add(processSeconds(theirs) / mine);
        }
        Collections.sort(ratios);
        return ratios.get(ROUNDS / 2);
    }

    private static double median(Work work) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            seconds.add(cpuSeconds(work));
        }
        Collections.sort(seconds);
        return seconds.get(ROUNDS / 2);
    }

    /** CPU seconds of this thread for one piece of work, over at least half a second of it. */
    private static double cpuSeconds(Work work) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long spent = 0;
        int times = 0;
        while (spent < 500_000_000L) {
            work.run();
            times++;
            spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        }
        return spent / 1e9 / times;
    }

    /** User and system seconds of one run of a shell command. */
    private double processSeconds(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "bash", "-c", "TIMEFORMAT='%3U %3S'; time { " + command + "; } 2>errors.txt || cat errors.txt")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] seconds = output.split(" ", -1);
        if (process.waitFor() != 0 || seconds.length != 2) {
            throw new IOException(command + ": " + output);
        }
        return Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
    }

    private String pem(Organisation us, String name) throws IOException {
        write(name + "s.pem", us.signing.privateKey().getEncoded(), us.signing.certificate());
        write(name + "e.pem", us.encryption.privateKey().getEncoded(), us.encryption.certificate());
        return name;
    }

    private void write(String file, byte[] key, java.security.cert.X509Certificate certificate) throws IOException {
        try {
            String both = block("PRIVATE KEY", key) + block("CERTIFICATE", certificate.getEncoded());
            Files.writeString(folder.resolve(file), both);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String block(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }

    private static void report(String what, double ratio, double aim) {
        System.out.printf(
                Locale.ROOT, "%-58s %8.1f %8.1f  %s%n", what, ratio, aim, ratio >= aim ? "reached" : "missed");
    }

    private interface Work {
        void run() throws IOException;
    }
}
