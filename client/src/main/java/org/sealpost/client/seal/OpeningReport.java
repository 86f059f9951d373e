package org.sealpost.client.seal;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sealpost.client.command.Exit;
import org.sealpost.client.screen.Failure;
import org.sealpost.client.screen.Texts;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Finding;
import org.sealpost.smime.MessageKind;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.SignatureCheck;
import org.sealpost.smime.SignatureStatus;

/** What opening a message showed, for programs: how it was sealed, and every check on a line of its own. */
public final class OpeningReport {
    private final Texts texts;
    private final CheckWords words;
    private final Instant at;

    /** @param at when it was judged */
    public OpeningReport(Texts texts, Instant at) {
        this.texts = texts;
        this.words = new CheckWords(texts);
        this.at = at;
    }

    /** The exit status of an opened message. */
    public static int status(OpenedMessage opened) {
        boolean verified = opened.signaturesHold() && opened.remaining() == MessageKind.PLAIN;
        return verified ? Exit.DONE : Exit.NOT_VERIFIED;
    }

    /** A message that was opened. */
    public JsonObject opened(OpenedMessage opened) {
        int status = status(opened);
        JsonObjectBuilder report = begin(status == Exit.DONE ? "verified" : "not-verified", status)
                .add("encrypted", opened.sealState().encrypted())
                .add("signed", !opened.signatures().isEmpty())
                .add("protectedFromChange", opened.sealState().protectedFromChange())
                .add("weak", opened.sealState().weak())
                .add("sealedInside", opened.remaining() != MessageKind.PLAIN);
        opened.sealState().format().ifPresent(format -> report.add("format", format.displayName()));
        JsonArrayBuilder checks = Json.createArrayBuilder();
        JsonArrayBuilder signatures = Json.createArrayBuilder();
        List<SignatureStatus> all = opened.signatures();
        for (int i = 0; i < all.size(); i++) {
            int number = i + 1;
            signatures.add(signature(number, all.get(i)));
            all.get(i).checks().forEach(check -> checks.add(check(number, check)));
        }
        return report.add("signatures", signatures).add("checks", checks).build();
    }

    /** A message that could not be opened. */
    public JsonObject refused(Failure failure) {
        return begin("refused", Exit.REFUSED)
                .add("problem", failure.json())
                .add("checks", Json.createArrayBuilder())
                .build();
    }

    private JsonObjectBuilder begin(String result, int status) {
        return Json.createObjectBuilder()
                .add("result", result)
                .add("status", status)
                .add("judgedAt", at.toString());
    }

    private static JsonObjectBuilder signature(int number, SignatureStatus signature) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("signature", number)
                .add("outcome", lower(signature.outcome()))
                .add("algorithm", signature.algorithm());
        signature.signedAt().ifPresent(moment -> json.add("signedAt", moment.toString()));
        signature.signer().ifPresent(certificate -> json.add(
                        "signer", certificate.getSubjectX500Principal().getName())
                .add("issuer", certificate.getIssuerX500Principal().getName())
                .add("serial", certificate.getSerialNumber().toString(16))
                .add("fingerprint", Certificates.fingerprint(certificate)));
        return json;
    }

    private JsonObjectBuilder check(int number, SignatureCheck check) {
        Finding finding = check.finding();
        JsonArrayBuilder arguments = Json.createArrayBuilder();
        finding.arguments().forEach(argument -> arguments.add(String.valueOf(argument)));
        return Json.createObjectBuilder()
                .add("signature", number)
                .add("check", lower(check.kind()))
                .add("outcome", lower(finding.outcome()))
                .add("code", finding.code())
                .add("arguments", arguments)
                .add("text", words.of(finding));
    }

    /** Each check as a line for people. */
    public List<String> lines(OpenedMessage opened) {
        List<SignatureCheck> checks = opened.signatures().stream()
                .flatMap(one -> one.checks().stream())
                .toList();
        return checks.stream()
                .map(check -> texts.of(
                        "open.check",
                        texts.of("open.mark." + check.outcome()),
                        texts.of("check." + check.kind()),
                        words.of(check.finding())))
                .toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
