package org.sealpost.it;

import com.google.gson.JsonObject;
import java.security.KeyPair;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Requests of ACME by hand, to send what no client would. */
final class AcmeRequests {
    private AcmeRequests() {}

    /** A new account, asked for with a nonce of one's own choice. */
    static String newAccount(String url, String nonce, KeyPair pair) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue("ES256");
        signature.setHeader("url", url);
        signature.setHeader("nonce", nonce);
        signature.setJwkHeader(PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic()));
        signature.setPayload("{}");
        signature.setKey(pair.getPrivate());
        signature.sign();
        JsonObject request = new JsonObject();
        request.addProperty("protected", signature.getHeaders().getEncodedHeader());
        request.addProperty("payload", signature.getEncodedPayload());
        request.addProperty("signature", signature.getEncodedSignature());
        return request.toString();
    }
}
