package org.sealpost.acme;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;

/** A partner's program: signs requests with the key of its account, as jose4j does it. */
final class Partner {
    private static final KeyPairs PAIRS = new KeyPairs(Providers.best(), new SecureRandom());

    private final Office office;
    private final String algorithm;
    private KeyPair pair;
    private String account = "";

    Partner(Office office) {
        this(office, KeyType.EC_P256, "ES256");
    }

    Partner(Office office, KeyType type, String algorithm) {
        this.office = office;
        this.algorithm = algorithm;
        this.pair = pair(type);
    }

    static KeyPair pair(KeyType type) {
        return PAIRS.generate(type);
    }

    /** Opens an account. */
    Partner open() {
        account = ((AcmeAnswer.Account) post(AcmePath.Kind.NEW_ACCOUNT, "", "{}")).id();
        return this;
    }

    String account() {
        return account;
    }

    KeyPair pair() {
        return pair;
    }

    void use(KeyPair other) {
        pair = other;
    }

    /** Sends a request that is right in every way. @param payload empty for reading */
    AcmeAnswer post(AcmePath.Kind kind, String id, String payload) {
        return office.post(new AcmePath(kind, id), request(kind, id, payload, header -> {}));
    }

    /** A new order. */
    AcmeAnswer.Order order(String address) {
        String wish = Json.createObjectBuilder()
                .add(
                        "identifiers",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "email")
                                        .add("value", address)))
                .build()
                .toString();
        return (AcmeAnswer.Order) post(AcmePath.Kind.NEW_ORDER, "", wish);
    }

    /** The request itself. @param change of its header before it is signed */
    String request(AcmePath.Kind kind, String id, String payload, Consumer<JsonWebSignature> change) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("url", office.service().url(kind.path(id)));
        signature.setHeader("nonce", office.service().nonce());
        if (account.isEmpty() || kind == AcmePath.Kind.NEW_ACCOUNT) {
            signature.getHeaders().setJwkHeaderValue("jwk", jwk(pair));
        } else {
            signature.setHeader("kid", office.service().url(AcmePath.Kind.ACCOUNT.path(account)));
        }
        change.accept(signature);
        return signed(signature, pair, payload);
    }

    /** A JSON Web Signature in flattened form. */
    String signed(JsonWebSignature signature, KeyPair by, String payload) {
        try {
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setPayload(payload);
            signature.setKey(by.getPrivate());
            signature.sign();
            JsonObjectBuilder request = Json.createObjectBuilder()
                    .add("protected", signature.getHeaders().getEncodedHeader())
                    .add("payload", signature.getEncodedPayload())
                    .add("signature", signature.getEncodedSignature());
            return request.build().toString();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicJsonWebKey jwk(KeyPair pair) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
