package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.ClientRenewal;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.RenewalConfirmation;
import org.sealpost.protocol.RenewalRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Renews keys in two phases: the renewed file is written before the new keys come into force, so that whatever breaks,
 * mail can be opened. When only the second phase broke, {@code --confirm} makes up for it.
 */
@Command(name = "renew")
public final class RenewCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--signing")
    boolean signing;

    @Option(names = "--encryption")
    boolean encryption;

    @Option(names = "--confirm")
    boolean confirm;

    public RenewCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        SecurityFileStore store = SecurityFileOptions.store(here);
        try (KeyManagerClient server = connection.open(here);
                Passphrase password = securityFile.password(here)) {
            SecurityFile current = store.open(securityFile.read(here), password);
            try (SecurityFile file = confirm ? current : renewed(server, current)) {
                if (!confirm) {
                    PrivateFile.write(securityFile.required(here), store.seal(file, password));
                }
                RenewalConfirmation confirmation = ClientRenewal.confirmation(here.providers(), file);
                server.post("renewals/confirmation", onWire(confirmation));
                report(file);
            }
        }
        return Exit.DONE;
    }

    /** The renewed file owns the keys of the present one. */
    private SecurityFile renewed(KeyManagerClient server, SecurityFile current) {
        try (ClientRenewal renewal = ClientRenewal.begin(
                here.providers(), here.random(), current, which(), here.clock().instant())) {
            JsonObject reply = server.post("renewals", onWire(renewal.request()));
            return renewal.complete(new EnrolmentReply(Base64.getDecoder().decode(reply.getString("sealed"))));
        }
    }

    private Set<CertificateProfile> which() {
        if (signing == encryption) {
            return CertificateProfile.OF_MAILBOX;
        }
        return EnumSet.of(signing ? CertificateProfile.SIGNING : CertificateProfile.ENCRYPTION);
    }

    private static JsonObject onWire(RenewalRequest request) {
        Base64.Encoder base64 = Base64.getEncoder();
        JsonObjectBuilder wire = Json.createObjectBuilder()
                .add("address", request.address())
                .add("madeAt", request.madeAt().toString())
                .add("encryption", request.encryption())
                .add("transportKey", base64.encodeToString(request.transportKey()))
                .add("proof", base64.encodeToString(request.proof()));
        if (request.signing()) {
            wire.add("signingRequest", base64.encodeToString(request.signingRequest()));
        }
        return wire.build();
    }

    private static JsonObject onWire(RenewalConfirmation confirmation) {
        return Json.createObjectBuilder()
                .add("signing", confirmation.signing().toString(16))
                .add("encryption", confirmation.encryption().toString(16))
                .add("proof", Base64.getEncoder().encodeToString(confirmation.proof()))
                .build();
    }

    private void report(SecurityFile file) {
        JsonObject result = Json.createObjectBuilder()
                .add("mailbox", file.mailbox())
                .add("signing", CertificateFormat.json(file.signing().certificate()))
                .add(
                        "encryption",
                        CertificateFormat.json(file.currentEncryption().certificate()))
                .add("encryptionKeys", file.encryption().size())
                .build();
        json.print(here, result, () -> here.terminal()
                .out()
                .println(here.texts()
                        .of(
                                "renew.done",
                                file.signing().certificate().getNotAfter().toInstant(),
                                file.currentEncryption()
                                        .certificate()
                                        .getNotAfter()
                                        .toInstant())));
    }
}
