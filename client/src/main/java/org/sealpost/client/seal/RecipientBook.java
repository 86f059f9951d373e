package org.sealpost.client.seal;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.client.server.ServerUnreachable;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.Address;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;
import org.sealpost.pki.PathCheck;
import org.sealpost.pki.PathReport;
import org.sealpost.sending.RecipientStatus;

/**
 * Recipients as the Key Manager knows them, or knew them when it was asked last. The Key Manager is not believed
 * blindly: a certificate counts only if the authority of one's own security file issued it for that address.
 */
public final class RecipientBook {
    private final Surroundings here;
    private final PathCheck path;
    private final KeptAnswers kept;

    /** @param path with one's own organisation's authorities */
    public RecipientBook(Surroundings here, SecurityFile file, PathCheck path) {
        this.here = here;
        this.path = path;
        this.kept = new KeptAnswers(here, file);
    }

    /**
     * Looks everybody up.
     *
     * @param server empty to use what is kept
     * @throws UsageProblem when there is no server to ask and nothing kept
     */
    public Correspondents find(List<String> addresses, Optional<KeyManagerClient> server) {
        Map<String, KnownRecipient> recipients = new LinkedHashMap<>();
        List<FormatPolicy> policies = new ArrayList<>();
        for (String address : addresses.stream().distinct().toList()) {
            JsonObject answer = answer(Address.parse(address).spec(), server);
            policies.add(policy(answer.getJsonObject("formats")));
            answer.getJsonArray("recipients").getValuesAs(JsonObject.class).stream()
                    .map(this::recipient)
                    .forEach(one -> recipients.putIfAbsent(one.address(), one));
        }
        return new Correspondents(List.copyOf(recipients.values()), policies.get(0));
    }

    private JsonObject answer(String address, Optional<KeyManagerClient> server) {
        if (server.isEmpty()) {
            return kept(address).orElseThrow(() -> new UsageProblem("option-missing", "--server"));
        }
        try {
            JsonObject answer =
                    server.get().get("recipients?address=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
            kept.keep(server.get(), address, answer);
            return answer;
        } catch (ServerUnreachable e) {
            return kept(address).orElseThrow(() -> e);
        }
    }

    private Optional<JsonObject> kept(String address) {
        Optional<KeptAnswers.Kept> found = kept.find(address);
        found.ifPresent(one -> here.say(
                "recipients.age",
                address,
                one.at(),
                here.texts().age(Duration.between(one.at(), here.clock().instant()))));
        return found.map(KeptAnswers.Kept::answer);
    }

    private KnownRecipient recipient(JsonObject json) {
        String address = json.getString("address");
        Optional<X509Certificate> certificate = Optional.ofNullable(json.getString("certificate", null))
                .map(encoded -> Certificates.parse(Base64.getDecoder().decode(encoded)))
                .filter(one -> holds(one, address));
        RecipientStatus said = RecipientStatus.valueOf(json.getString("status"));
        RecipientStatus status = said.enabled() && certificate.isEmpty() ? RecipientStatus.REVOKED : said;
        return new KnownRecipient(
                json.getString("typed"),
                address,
                json.getString("name"),
                status,
                status.enabled() ? certificate : Optional.empty());
    }

    /** A list that is too old to tell is no reason not to seal; one that names the certificate is. */
    private boolean holds(X509Certificate certificate, String address) {
        Instant now = here.clock().instant();
        PathReport report = path.check(
                new PathCheck.Question(certificate, List.of(), CertificateProfile.ENCRYPTION, now, now, now));
        boolean revoked = report.revocation().outcome() == Finding.Outcome.FAILED;
        boolean named = Certificates.addresses(certificate).stream().anyMatch(address::equalsIgnoreCase);
        if (report.chain().ok() && report.usage().ok() && named) {
            return report.dates().ok() && !revoked;
        }
        throw new Refused("certificate-strange", address);
    }

    private static FormatPolicy policy(JsonObject formats) {
        return new FormatPolicy(
                Edition.valueOf(formats.getString("edition")),
                EncryptionFormat.valueOf(formats.getString("preferred")),
                EncryptionFormat.valueOf(formats.getString("floor")));
    }
}
