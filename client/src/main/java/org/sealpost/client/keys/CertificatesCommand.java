package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.epf.SecurityFile;
import org.sealpost.pki.OwnedKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what is in the security file: what one signs with, what mail is sealed to now and was before, and authorities. */
@Command(name = "certificates")
public final class CertificatesCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    JsonOption json = new JsonOption();

    public CertificatesCommand(Surroundings here) {
        this.here = here;
    }

    /**
     * One of them.
     *
     * @param use key of the words for what it is there for
     */
    private record Line(String use, X509Certificate certificate) {}

    @Override
    public Integer call() {
        List<Line> lines = new ArrayList<>();
        try (SecurityFile file = securityFile.open(here)) {
            lines.add(new Line("signing", file.signing().certificate()));
            for (OwnedKey key : file.encryption()) {
                lines.add(new Line(
                        key.equals(file.currentEncryption()) ? "encryption" : "encryption-before", key.certificate()));
            }
            file.authorities().forEach(one -> lines.add(new Line("authority", one)));
        }
        JsonArrayBuilder all = Json.createArrayBuilder();
        lines.forEach(
                line -> all.add(CertificateFormat.builder(line.certificate()).add("use", line.use())));
        json.print(here, all.build(), () -> lines.forEach(this::print));
        return Exit.DONE;
    }

    private void print(Line line) {
        X509Certificate certificate = line.certificate();
        here.terminal()
                .out()
                .println(here.texts()
                        .of(
                                "certificates.line",
                                here.texts().of("certificates." + line.use()),
                                certificate.getSubjectX500Principal().getName(),
                                certificate.getNotBefore().toInstant(),
                                certificate.getNotAfter().toInstant(),
                                certificate.getSerialNumber().toString(16)));
    }
}
