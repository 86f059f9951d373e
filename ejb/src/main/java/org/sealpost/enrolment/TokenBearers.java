package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.TokenState;
import org.sealpost.protocol.TokenCode;
import org.sealpost.protocol.TokenReference;

/**
 * Who comes with a token and no login. A token is found by its reference, so that nobody uses up the tries of a token that
 * he knows nothing of; whoever names it rightly and has the rest wrong costs it a try, in a transaction of its own.
 */
@ApplicationScoped
public class TokenBearers {
    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    SealedTokens sealed;

    @Inject
    TokenCheck check;

    @Inject
    Clock clock;

    /**
     * Who has the token with that reference.
     *
     * @param proof whether what was given is right for that token
     * @return the bearer; the token may be dead, see {@link #requireLive}
     * @throws TokenRefused when there is no such token, or the proof is wrong
     */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = TokenRefused.class)
    public TokenBearer identify(TokenReference reference, Predicate<TokenCode> proof) {
        OneTimeToken token =
                tokens.byReference(reference.hash()).stream().findFirst().orElseThrow(TokenRefused::unknown);
        Optional<TokenBearer> bearer = sealed.open(token).filter(proof).map(code -> new TokenBearer(token, code));
        return bearer.orElseThrow(() -> wrongTry(token));
    }

    /**
     * Whether the token can be redeemed now.
     *
     * @throws TokenRefused unless it can
     */
    public void requireLive(TokenBearer bearer) {
        check.requireLive(bearer.token());
    }

    private TokenRefused wrongTry(OneTimeToken token) {
        if (token.state() != TokenState.LIVE) {
            return TokenRefused.unknown();
        }
        tokens.countWrongTry(token.id(), clock.instant());
        return TokenRefused.wrong(token.triesLeft() - 1);
    }
}
