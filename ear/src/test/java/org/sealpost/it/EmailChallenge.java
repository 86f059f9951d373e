package org.sealpost.it;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.challenge.TokenChallenge;
import org.shredzone.acme4j.toolbox.JSON;

/** The challenge of RFC 8823, by the client's own computation of key authorizations. */
final class EmailChallenge extends TokenChallenge {
    static final String TYPE = "email-reply-00";
    private static final long serialVersionUID = 1;

    EmailChallenge(Login login, JSON data) {
        super(login, data);
    }

    @Override
    protected boolean acceptable(String type) {
        return TYPE.equals(type);
    }

    /** Whom the mail comes from. */
    String from() {
        return getJSON().get("from").asString();
    }

    /** What the answer has to say. @param mailed the half of the token that came by mail */
    String answer(String mailed) {
        try {
            byte[] authorization = keyAuthorizationFor(mailed + getToken()).getBytes(StandardCharsets.US_ASCII);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(authorization));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
