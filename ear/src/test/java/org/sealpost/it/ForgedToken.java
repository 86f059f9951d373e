package org.sealpost.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that nobody has issued, made from one that was (attacks of RFC 8725 section 2). */
final class ForgedToken {
    private final String header;
    private final String claims;
    private final byte[] signature;

    /** @param real a token that counts (RFC 7519) */
    ForgedToken(String real) {
        String[] parts = real.split("\\.");
        header = text(parts[0]);
        claims = text(parts[1]);
        signature = Base64.getUrlDecoder().decode(parts[2]);
    }

    /** All of them, by what was done. @param publicKey of the issuer, in base64 */
    Map<String, String> all(String publicKey) throws GeneralSecurityException {
        Map<String, String> all = new TreeMap<>();
        all.put("signature with one bit changed", joined(header, claims, changed(signature)));
        all.put("another's name", joined(header, claims.replace("\"alice\"", "\"admin\""), signature));
        all.put("longer validity", joined(header, claims.replaceFirst("\"exp\":1", "\"exp\":2"), signature));
        all.put("no signature", joined(header, claims, new byte[0]));
        for (String none : new String[] {"none", "None", "nOnE"}) {
            all.put("alg " + none, joined(with(none), claims, new byte[0]));
        }
        String pem = "-----BEGIN PUBLIC KEY-----\n" + publicKey + "\n-----END PUBLIC KEY-----\n";
        all.put("HS256 with the public key, PEM", signed(pem.getBytes(StandardCharsets.US_ASCII)));
        all.put("HS256 with the public key, DER", signed(Base64.getDecoder().decode(publicKey)));
        all.put("HS256 with the public key, base64", signed(publicKey.getBytes(StandardCharsets.US_ASCII)));
        return all;
    }

    private String signed(byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        String content = encoded(with("HS256")) + "." + encoded(claims);
        return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private String with(String algorithm) {
        return header.replaceFirst("\"alg\"\\s*:\\s*\"[^\"]*\"", "\"alg\":\"" + algorithm + "\"");
    }

    private static byte[] changed(byte[] signature) {
        byte[] other = signature.clone();
        other[other.length / 2] ^= 1;
        return other;
    }

    private static String joined(String header, String claims, byte[] signature) {
        return encoded(header) + "." + encoded(claims) + "." + encoded(signature);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
