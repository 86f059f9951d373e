package org.sealpost.smime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

/**
 * Wrote the golden messages, once. Messages that were sealed must open for ever, so the files are never written anew;
 * this stays to show how they were made, and to add new ones in another folder when the way of sealing changes.
 */
public final class GoldenWriter {

    private GoldenWriter() {}

    /** Argument: a folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Files.write(folder.resolve("letter.txt"), Corp.LETTER);
        Files.writeString(folder.resolve("authority.pem"), Certificates.pem(Corp.AUTHORITY.certificate()));
        Files.write(folder.resolve("authority.crl"), Certificates.der(Corp.crl()));
        writePair(folder, "rsa", Corp.BOB_RSA);
        writePair(folder, "p256", Corp.CAROL_EC);
        writePair(folder, "p384", Corp.DAVE_EC_384);
        for (SignatureForm form : SignatureForm.values()) {
            Files.write(folder.resolve("signed-" + form + ".eml"), Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, form));
            Files.write(
                    folder.resolve("signed-rsa-" + form + ".eml"), Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS_RSA, form));
            for (EncryptionFormat format : EncryptionFormat.values()) {
                byte[] sealed =
                        Corp.signAndEncrypt(Corp.LETTER, form, format, Corp.BOB_RSA, Corp.CAROL_EC, Corp.DAVE_EC_384);
                Files.write(folder.resolve("sealed-" + format + "-" + form + ".eml"), sealed);
            }
        }
    }

    private static void writePair(Path folder, String name, OwnedKey key) throws IOException {
        Files.writeString(folder.resolve(name + ".pem"), Certificates.pem(key.certificate()));
        Files.writeString(
                folder.resolve(name + ".pkcs8"),
                Base64.getMimeEncoder().encodeToString(key.privateKey().getEncoded()));
    }
}
