package org.sealpost.acme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/**
 * A request in its signed form (RFC 8555 section 6.2): a flattened JSON Web Signature. Nothing in it counts before
 * {@link #verify}.
 *
 * @param encodedHeader protected header, base64url
 * @param encodedPayload what is asked, base64url; empty for reading
 * @param encodedSignature over both
 * @param header the protected header, read
 */
record SignedRequest(String encodedHeader, String encodedPayload, String encodedSignature, Json header) {
    /** Algorithms that are taken, the first being what everybody has to have. */
    static final List<String> ALGORITHMS = List.of("ES256", "ES384", "RS256");

    private static final String WHAT = "signed request";

    /** @throws AcmeRefused when it is not one, or its header is not what this protocol allows */
    static SignedRequest parse(byte[] body) {
        return of(Json.parse(WHAT, body));
    }

    private static SignedRequest of(Json outer) {
        if (outer.has("header") || outer.has("signatures")) {
            throw AcmeRefused.malformed(WHAT);
        }
        String encoded = outer.needed("protected");
        SignedRequest request = new SignedRequest(
                encoded,
                outer.needed("payload"),
                outer.needed("signature"),
                Json.parse("protected header", decoded(encoded)));
        request.checkHeader();
        return request;
    }

    private void checkHeader() {
        if (!ALGORITHMS.contains(header.needed("alg"))) {
            throw new AcmeRefused(
                    AcmeProblem.BAD_SIGNATURE_ALGORITHM, "acme-signature-algorithm", String.join(", ", ALGORITHMS));
        }
        if (header.has("jwk") == header.has("kid") || header.has("crit") || header.has("b64")) {
            throw AcmeRefused.malformed("protected header");
        }
    }

    String url() {
        return header.needed("url");
    }

    String nonce() {
        return header.needed("nonce");
    }

    /** Address of the account whose key signs; empty when the key is in the request. */
    Optional<String> account() {
        return header.text("kid");
    }

    /** The key in the request. @throws AcmeRefused when it is not there, or not taken */
    AccountKey key() {
        return AccountKey.of(header.object("jwk")
                .orElseThrow(() -> AcmeRefused.malformed("protected header: jwk"))
                .members());
    }

    /** What is asked. @throws AcmeRefused when the key has not signed it */
    byte[] verify(AccountKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, ALGORITHMS.toArray(String[]::new)));
        try {
            return GuardedParsing.of(WHAT, () -> verified(signature, key));
        } catch (BadEncoding e) {
            throw AcmeRefused.unauthorized("acme-signature");
        }
    }

    private byte[] verified(JsonWebSignature signature, AccountKey key) throws IOException {
        try {
            signature.setCompactSerialization(encodedHeader + "." + encodedPayload + "." + encodedSignature);
            signature.setKey(key.key());
            if (!signature.verifySignature()) {
                throw AcmeRefused.unauthorized("acme-signature");
            }
            return signature.getPayloadBytes();
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    /** Base64url without padding (RFC 7515 section 2). */
    static byte[] decoded(String text) {
        try {
            if (text.indexOf('=') >= 0) {
                throw AcmeRefused.malformed("base64url");
            }
            return Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw AcmeRefused.malformed("base64url", e);
        }
    }
}
