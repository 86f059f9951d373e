package org.sealpost.bearer;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.bearer.BearerVerdict.Login;
import org.sealpost.bearer.BearerVerdict.Refused;
import org.sealpost.settings.BearerConfiguration.Expected;

/**
 * Judges what an identity provider says of a token (RFC 7662 section 2.2). That it is active is not enough: a provider has
 * many applications, and says the same of a token that was issued for another one, of one that renews others, and of one
 * that is bound to a key.
 *
 * @param expected what it has to say
 */
record BearerRule(Expected expected) {
    private static final int LONGEST_NAME = 256;
    private static final long LAST_SECOND = 100_000_000_000L;

    /** How far the provider's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofSeconds(30);

    /** What {@code token_type} (RFC 6749 section 7.1) and {@code typ} (RFC 9068 section 2.1, Keycloak) say of such tokens. */
    private static final Set<String> KINDS = Set.of("bearer", "at+jwt", "application/at+jwt");

    /** Decides. @param answer as the provider has sent it */
    BearerVerdict judge(JsonObject answer, Instant now) {
        if (!answer.getBoolean("active", false)) {
            return Refused.NOT_ACTIVE;
        }
        if (!isAccessToken(answer)) {
            return Refused.NO_ACCESS_TOKEN;
        }
        if (!expected.issuer().equals(answer.getString("iss", ""))) {
            return Refused.OTHER_ISSUER;
        }
        if (!audiences(answer.get("aud")).contains(expected.audience())) {
            return Refused.OTHER_AUDIENCE;
        }
        Optional<Instant> end = moment(answer.get("exp"));
        if (end.filter(now::isBefore).isEmpty() || !hasBegun(answer.get("nbf"), now)) {
            return Refused.OUT_OF_TIME;
        }
        String name = answer.getString(expected.claim(), "");
        return isName(name) ? new Login(name, end.get()) : Refused.NO_LOGIN;
    }

    /** A token with a confirmation claim (RFC 7800) counts only together with a proof, which nobody asks for here. */
    private static boolean isAccessToken(JsonObject answer) {
        return !answer.containsKey("cnf")
                && Stream.of("token_type", "typ")
                        .filter(answer::containsKey)
                        .allMatch(kind ->
                                KINDS.contains(answer.getString(kind, "").toLowerCase(Locale.ROOT)));
    }

    /** One text, or a list of them (RFC 7519 section 4.1.3). */
    private static List<String> audiences(@Nullable JsonValue said) {
        if (said instanceof JsonString one) {
            return List.of(one.getString());
        }
        return said instanceof JsonArray several
                ? several.stream()
                        .filter(JsonString.class::isInstance)
                        .map(one -> ((JsonString) one).getString())
                        .toList()
                : List.of();
    }

    private static boolean hasBegun(@Nullable JsonValue said, Instant now) {
        return said == null
                || moment(said).filter(begin -> !begin.isAfter(now.plus(AHEAD))).isPresent();
    }

    /** Seconds since 1970, which need not be whole (RFC 7519 section 2). */
    private static Optional<Instant> moment(@Nullable JsonValue said) {
        return Optional.ofNullable(said)
                .filter(JsonNumber.class::isInstance)
                .map(number -> ((JsonNumber) number).doubleValue())
                .filter(seconds -> seconds >= 0 && seconds < LAST_SECOND)
                .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
