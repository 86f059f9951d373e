package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.home.PemCertificates;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.epf.SecurityFile;
import org.sealpost.pki.OwnedKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Gives out what is in the security file: certificates as PEM, everything as PKCS #12 under a password of its own, and
 * private keys in clear only when that is said in so many words.
 */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {
    private static final int LINE = 64;

    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--pem")
    boolean pem;

    @Option(names = "--pkcs12")
    boolean pkcs12;

    @Option(names = "--unprotected-keys")
    boolean unprotected;

    @Option(names = "--new-password-file", paramLabel = "FILE")
    @Nullable
    Path newPasswordFile;

    @Option(names = "--replace")
    boolean replace;

    @Parameters(paramLabel = "FILE", descriptionKey = "export.file")
    Path target = Path.of("");

    public ExportCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        if (pem == pkcs12 || (pkcs12 && unprotected)) {
            throw new UsageProblem("one-of", "--pem, --pkcs12");
        }
        Refused.ifThere(target, replace);
        try (SecurityFile file = securityFile.open(here)) {
            if (pkcs12) {
                try (Passphrase password = new Secrets(here)
                        .fresh(newPasswordFile, PasswordCommand.owner(file.mailbox()), "--new-password-file")) {
                    PrivateFile.write(target, SecurityFileOptions.store(here).seal(file, password));
                }
            } else {
                PrivateFile.write(target, asPem(file));
            }
        }
        JsonObject done = Json.createObjectBuilder()
                .add("file", target.toString())
                .add("form", pkcs12 ? "pkcs12" : "pem")
                .add("unprotectedKeys", unprotected)
                .build();
        json.print(here, done, () -> here.say(unprotected ? "export.done.unprotected" : "export.done", target));
        return Exit.DONE;
    }

    private PrivateFile.Content asPem(SecurityFile file) {
        return out -> {
            for (OwnedKey key : Stream.concat(Stream.of(file.signing()), file.encryption().stream())
                    .toList()) {
                out.write(text(key.certificate()));
                if (unprotected) {
                    try (SecretBytes text = text(key.privateKey())) {
                        out.write(text.expose());
                    }
                }
            }
            for (X509Certificate authority : file.authorities()) {
                out.write(text(authority));
            }
        };
    }

    private static byte[] text(X509Certificate certificate) {
        return PemCertificates.write(Stream.of(certificate).toList()).getBytes(StandardCharsets.US_ASCII);
    }

    private static SecretBytes text(PrivateKey key) throws IOException {
        try (SecretBytes encoded = SecretBytes.taking(key.getEncoded());
                SecretBytes lines = SecretBytes.taking(
                        Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encode(encoded.expose()))) {
            byte[] begin = "-----BEGIN PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII);
            byte[] end = "\n-----END PRIVATE KEY-----\n".getBytes(StandardCharsets.US_ASCII);
            byte[] all = new byte[begin.length + lines.length() + end.length];
            System.arraycopy(begin, 0, all, 0, begin.length);
            System.arraycopy(lines.expose(), 0, all, begin.length, lines.length());
            System.arraycopy(end, 0, all, begin.length + lines.length(), end.length);
            return SecretBytes.taking(all);
        }
    }
}
