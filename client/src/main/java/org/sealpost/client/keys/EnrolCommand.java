package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.KnownAuthorities;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.Address;
import org.sealpost.pki.CertificateFacts;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Redeems a token: makes the signing pair here, has both keys certified, and writes the security file. After a recovery
 * the file holds the old encryption keys too.
 */
@Command(name = "enrol", aliases = "recover")
public final class EnrolCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--mailbox", paramLabel = "ADDRESS", required = true)
    String mailbox = "";

    @Option(names = "--token-file", paramLabel = "FILE")
    @Nullable
    Path tokenFile;

    @Option(names = "--password-file", paramLabel = "FILE")
    @Nullable
    Path passwordFile;

    @Option(names = "--epf", paramLabel = "FILE", required = true)
    Path epf = Path.of("");

    @Option(names = "--replace")
    boolean replace;

    @Option(names = "--save")
    boolean save;

    public EnrolCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        Refused.ifThere(epf, replace);
        PrivateFile.check(epf);
        String address = Address.of(mailbox).spec();
        try (KeyManagerClient server = connection.open(here);
                SecurityFile file = enrol(server, address)) {
            new KnownAuthorities(
                            file.authorities(),
                            CertificateFacts.revocationLists(file.signing().certificate()))
                    .remember(here.home());
            if (save) {
                connection
                        .toSave(here, Optional.of(file.mailbox()), Optional.of(epf))
                        .save(here.home(), connection.trust(here));
            }
            report(file);
        }
        return Exit.DONE;
    }

    /** The password is asked for before the token is spent, and the file is written before anything else can fail. */
    private SecurityFile enrol(KeyManagerClient server, String address) throws IOException {
        TokenCode token = token();
        try (Passphrase password = new Secrets(here)
                        .fresh(passwordFile, address.substring(0, address.indexOf('@')), "--password-file");
                ClientEnrolment enrolment =
                        ClientEnrolment.begin(here.providers(), here.random(), address, token, KeyType.EC_P256)) {
            JsonObject reply = server.post("enrolments", onWire(enrolment.request()));
            SecurityFile file =
                    enrolment.complete(new EnrolmentReply(Base64.getDecoder().decode(reply.getString("sealed"))));
            PrivateFile.write(epf, SecurityFileOptions.store(here).seal(file, password));
            return file;
        }
    }

    private TokenCode token() {
        try (Passphrase typed = new Secrets(here).get(tokenFile, "enrol.token.prompt", "--token-file")) {
            return TokenCode.parse(String.valueOf(typed.expose()));
        }
    }

    private static JsonObject onWire(EnrolmentRequest request) {
        Base64.Encoder base64 = Base64.getEncoder();
        return Json.createObjectBuilder()
                .add("address", request.address())
                .add("token", request.token())
                .add("signingRequest", base64.encodeToString(request.signingRequest()))
                .add("transportKey", base64.encodeToString(request.transportKey()))
                .build();
    }

    private void report(SecurityFile file) {
        X509Certificate signing = file.signing().certificate();
        JsonObject result = Json.createObjectBuilder()
                .add("mailbox", file.mailbox())
                .add("epf", epf.toString())
                .add("signing", CertificateFormat.json(signing))
                .add(
                        "encryption",
                        CertificateFormat.json(file.currentEncryption().certificate()))
                .add("encryptionKeys", file.encryption().size())
                .build();
        json.print(here, result, () -> here.terminal()
                .out()
                .println(here.texts()
                        .of(
                                "enrol.done",
                                file.mailbox(),
                                epf,
                                signing.getNotAfter().toInstant())));
    }
}
