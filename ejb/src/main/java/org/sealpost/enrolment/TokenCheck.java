package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.sealpost.model.MailboxId;
import org.sealpost.model.OneTimeToken;
import org.sealpost.model.OneTimeTokenRepository;
import org.sealpost.model.TokenState;
import org.sealpost.protocol.TokenCode;

/**
 * Looks whether a token fits before anything else is done. A wrong try is counted in a transaction of its own that
 * stands although the enrolment is refused.
 */
@ApplicationScoped
class TokenCheck {
    /** Older tokens than these are not told apart from wrong ones. */
    private static final int REMEMBERED = 20;

    @Inject
    OneTimeTokenRepository tokens;

    @Inject
    Clock clock;

    /**
     * The live token that the code belongs to; it still has to be spent.
     *
     * @throws TokenRefused when it cannot be redeemed
     */
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = TokenRefused.class)
    OneTimeToken redeemable(MailboxId mailbox, TokenCode code) {
        byte[] hash = code.hash();
        List<OneTimeToken> handedOut = tokens.history(mailbox, REMEMBERED);
        OneTimeToken fitting = handedOut.stream()
                .filter(token -> token.matches(hash))
                .findFirst()
                .orElseThrow(() -> wrongTry(handedOut));
        requireLive(fitting);
        return fitting;
    }

    /** @throws TokenRefused unless it can be redeemed now */
    void requireLive(OneTimeToken token) {
        Instant now = clock.instant();
        if (token.isLive(now)) {
            return;
        }
        throw switch (token.state()) {
            case LIVE -> TokenRefused.expired(token.expiresAt());
            case SPENT -> TokenRefused.spent();
            case WITHDRAWN -> TokenRefused.withdrawn();
            case EXHAUSTED -> TokenRefused.exhausted();
        };
    }

    private TokenRefused wrongTry(List<OneTimeToken> handedOut) {
        return handedOut.stream()
                .filter(token -> token.state() == TokenState.LIVE)
                .findFirst()
                .map(live -> {
                    tokens.countWrongTry(live.id(), clock.instant());
                    return TokenRefused.wrong(live.triesLeft() - 1);
                })
                .orElseGet(TokenRefused::none);
    }
}
