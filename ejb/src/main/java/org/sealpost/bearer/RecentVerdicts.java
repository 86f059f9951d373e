package org.sealpost.bearer;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of tokens within the last seconds, so that a program that sends many requests does not make as many to the
 * provider. Tokens themselves are not kept, only their hashes. At most {@value #MOST} are remembered.
 */
@ApplicationScoped
class RecentVerdicts {
    /** For how long at most a token still counts that the provider has taken back. */
    static final Duration KEPT = Duration.ofSeconds(5);

    private static final int MOST = 10_000;

    private final Map<String, Found> verdicts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
            return size() > MOST;
        }
    };

    /** What was found a moment ago; nothing after the clock went back. */
    synchronized Optional<BearerVerdict> find(String token, Instant now) {
        return Optional.ofNullable(verdicts.get(hash(token)))
                .filter(found ->
                        !now.isBefore(found.at()) && now.isBefore(found.at().plus(KEPT)))
                .map(Found::verdict);
    }

    synchronized void keep(String token, BearerVerdict verdict, Instant now) {
        String hash = hash(token);
        verdicts.remove(hash);
        verdicts.put(hash, new Found(verdict, now));
    }

    private static String hash(String token) {
        try {
            byte[] octets = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java machine has it", e);
        }
    }

    private record Found(BearerVerdict verdict, Instant at) {}
}
