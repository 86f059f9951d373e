package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.OneTimeToken;
import org.sealpost.protocol.TokenCode;

/**
 * Enrolment tokens sealed to the spool key, because a standard program proves that it has a token by a MAC under it: the
 * hash alone cannot check that. They open only while that key is in memory, each only for its own row.
 */
@ApplicationScoped
class SealedTokens {
    @Inject
    KeyRing ring;

    void seal(OneTimeToken token, TokenCode code) {
        byte[] text = code.text().getBytes(StandardCharsets.US_ASCII);
        token.carry(code.reference().hash(), ring.sealToSpool(text, use(token)));
    }

    /** Empty for tokens that no standard program may redeem. */
    Optional<TokenCode> open(OneTimeToken token) {
        return token.sealedCode().map(kept -> {
            try (SecretBytes text = ring.openFromSpool(kept, use(token))) {
                return TokenCode.parse(new String(text.expose(), StandardCharsets.US_ASCII));
            }
        });
    }

    private static String use(OneTimeToken token) {
        return "token " + token.id();
    }
}
