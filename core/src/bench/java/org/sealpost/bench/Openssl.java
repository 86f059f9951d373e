package org.sealpost.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/** The {@code openssl} program in a folder of its own, and its command lines for what Sealpost is compared in. */
record Openssl(Path folder) {

    private static final String LEGACY = " -provider legacy -provider default";
    private static final String SIGN = "openssl cms -sign -in %s -signer s.pem -md sha256 -out signed.eml";

    /** Signs a file and encrypts the result, in two processes. */
    String seal(String file, EncryptionFormat format, String sealed) {
        return SIGN.formatted(file) + " && openssl cms -encrypt -stream " + cipher(format) + " -in signed.eml -out "
                + sealed + " e.pem";
    }

    /** Decrypts and verifies, in two processes. The chain is not checked. */
    static String open(String sealed) {
        return "openssl cms -decrypt -in " + sealed + LEGACY + " -recip e.pem -out opened.eml"
                + " && openssl cms -verify -noverify -in opened.eml -out /dev/null";
    }

    /** The option for a format. OpenSSL has CAST5 with keys of 128 bit alone, and leaves RFC 2984 out. */
    static String cipher(EncryptionFormat format) {
        return switch (format) {
            case AES_256_GCM -> "-aes-256-gcm";
            case AES_256_CBC -> "-aes-256-cbc";
            case AES_128_GCM -> "-aes-128-gcm";
            case AES_128_CBC -> "-aes-128-cbc";
            case CAST_64, CAST_40 -> "-cast5-cbc" + LEGACY;
            case DES -> "-des-cbc" + LEGACY;
        };
    }

    /** OpenSSL cannot wrap a DES key for an elliptic curve key. */
    static boolean can(KeyType key, EncryptionFormat format) {
        return format != EncryptionFormat.DES || key.algorithm().equals("RSA");
    }

    /** Measures a command line, repeated within one shell so that short processes are measured finely enough. */
    Cost.Contender cost(String command, int times) {
        return () -> {
            String loop = "TIMEFORMAT='%3U %3S %3R'; time for i in {1.." + times + "}; do { " + command
                    + "; } 2>>errors.txt || exit 1; done";
            String[] seconds = run(loop).split(" ", -1);
            return new Cost(
                    (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1])) / times,
                    Double.parseDouble(seconds[2]) / times);
        };
    }

    /** Runs a shell command in the folder and gives its last line of output. */
    String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            Path errors = folder.resolve("errors.txt");
            throw new IOException(command + ": " + output + (Files.exists(errors) ? Files.readString(errors) : ""));
        }
        return output.substring(output.lastIndexOf('\n') + 1);
    }

    /** Writes both keys of an organisation as s.pem and e.pem. */
    void writeKeys(Organisation us) throws IOException, CertificateEncodingException {
        writeKey("s.pem", us.signing);
        writeKey("e.pem", us.encryption);
    }

    void writeKey(String file, OwnedKey key) throws IOException, CertificateEncodingException {
        Files.writeString(
                folder.resolve(file),
                block("PRIVATE KEY", key.privateKey().getEncoded())
                        + block("CERTIFICATE", key.certificate().getEncoded()));
    }

    private static String block(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
