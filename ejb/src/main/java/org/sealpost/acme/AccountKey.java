package org.sealpost.acme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;
import org.sealpost.model.AcmeAccount;
import org.sealpost.pki.KeyType;

/**
 * The key of an account.
 *
 * @param key as Java has it
 * @param json the same as a JSON Web Key (RFC 7517) with nothing else in it
 * @param thumbprint the same in short (RFC 7638), base64url of SHA-256
 */
record AccountKey(PublicKey key, String json, String thumbprint) {
    private static final String WHAT = "JSON Web Key";

    /** Private and symmetric members: whoever sends one has given the key away. */
    private static final Set<String> SECRETS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    /** @throws AcmeRefused when it is none, of a kind or size that is not taken, or holds more than the public half */
    static AccountKey of(Map<String, Object> jwk) {
        if (jwk.keySet().stream().anyMatch(SECRETS::contains)) {
            throw refused();
        }
        try {
            return GuardedParsing.of(WHAT, () -> of(read(jwk)));
        } catch (BadEncoding e) {
            throw refused();
        }
    }

    /** A key that was kept. */
    static AccountKey of(AcmeAccount.Key kept) {
        return of(Json.parse(WHAT, kept.json()).members());
    }

    /** The same for a key that is in a certificate. */
    static AccountKey of(PublicKey key) {
        if (KeyType.of(key).isEmpty()) {
            throw refused();
        }
        try {
            JsonWebKey bare = PublicJsonWebKey.Factory.newPublicJwk(key);
            return new AccountKey(
                    key,
                    bare.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY),
                    bare.calculateBase64urlEncodedThumbprint("SHA-256"));
        } catch (JoseException e) {
            throw refused();
        }
    }

    /** A point beside its curve is found by the provider that decodes it: Java and jose4j do not look. */
    private static PublicKey read(Map<String, Object> jwk) throws IOException {
        try {
            PublicKey key = PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey();
            Providers.best().adopt(key);
            return key;
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    AcmeAccount.Key kept() {
        return new AcmeAccount.Key(thumbprint, json);
    }

    /** What a mail has to say that answers a challenge with that token (RFC 8823 section 3.2, RFC 8555 section 8.1). */
    String answer(String token) {
        try {
            byte[] authorization = (token + "." + thumbprint).getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(authorization));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static AcmeRefused refused() {
        return new AcmeRefused(AcmeProblem.BAD_PUBLIC_KEY, "acme-public-key");
    }
}
