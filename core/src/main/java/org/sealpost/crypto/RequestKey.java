package org.sealpost.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that a program chose for one request, so that it may send it again (draft-ietf-httpapi-idempotency-key-header).
 * Everything that is kept about the request follows from it by HKDF: a name to find it by, a mark to compare it with, and
 * the seal of the answer. None of these tells the key, which is not kept: whoever has the database alone opens no answer
 * and cannot try out what was in a request.
 */
public final class RequestKey {
    /** Fewest characters: those of 128 random bits, however they are written. */
    public static final int SHORTEST = 22;

    /** Most characters. */
    public static final int LONGEST = 128;

    private static final Pattern FORM =
            Pattern.compile("(\"?)([A-Za-z0-9._~:+/=-]{" + SHORTEST + ',' + LONGEST + "})\\1");
    private static final String PURPOSE = "kept-answer";

    private final String login;
    private final String key;

    private RequestKey(String login, String key) {
        this.login = login;
        this.key = key;
    }

    /**
     * Reads the header {@code Idempotency-Key}.
     *
     * @param login whose key it is: the same one of another login is another
     * @param header a string in quotes as RFC 8941 section 3.3.3 has it, or without
     * @throws BadRequestKey when it is no such string, or shorter or longer than allowed
     */
    public static RequestKey of(String login, String header) {
        Matcher form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new BadRequestKey();
        }
        return new RequestKey(login, form.group(2));
    }

    /** What the request is found by: 64 hexadecimal digits. */
    public String name() {
        try (SecretBytes name = derived("name")) {
            return HexFormat.of().formatHex(name.expose());
        }
    }

    /** What the request is compared by: the same for the same octets only. */
    public byte[] mark(byte[] request) {
        try (SecretBytes key = derived("mark");
                SecretBytes mark = SubKey.derive(key, sha256(request), "request")) {
            return mark.expose().clone();
        }
    }

    /** Seals the answer. */
    public byte[] seal(KeyWrap wrap, byte[] answer) {
        try (SecretBytes key = derived("seal")) {
            return wrap.wrap(key.asAesKey(), answer, PURPOSE, name());
        }
    }

    /**
     * Opens what {@link #seal} made with the same key of the same login.
     *
     * @throws UnwrapFailed when it was made with another, or altered
     */
    public byte[] open(KeyWrap wrap, byte[] sealed) {
        try (SecretBytes key = derived("seal");
                SecretBytes answer = wrap.unwrap(key.asAesKey(), sealed, PURPOSE, name())) {
            return answer.expose().clone();
        }
    }

    private SecretBytes derived(String use) {
        try (SecretBytes given = SecretBytes.taking(key.getBytes(StandardCharsets.US_ASCII))) {
            return SubKey.derive(given, login.getBytes(StandardCharsets.UTF_8), "idempotency-key " + use);
        }
    }

    private static byte[] sha256(byte[] request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(request);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "RequestKey[" + login + "]";
    }
}
