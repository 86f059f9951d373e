package org.sealpost.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkRepository;
import org.sealpost.model.BulkRun;
import org.sealpost.model.TokenLetter;

/** Tokens of bulk runs between their making and their handing over, and the text of the letter that brings them. */
@ApplicationScoped
@Transactional
class TokenStore {
    @Inject
    BulkRepository runs;

    @Inject
    KeyRing keys;

    @Inject
    TokenLetters letters;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** All tokens of a run that is over, opened. */
    List<TokenToTake> take(long id, String form) {
        List<TokenToTake> tokens = kept(id).stream().map(this::open).toList();
        audit.success(Act.TAKE_TOKENS, over(id).label(), tokens.size() + " as " + form);
        return tokens;
    }

    /** Those of a run that is over whose tokens are still here. */
    List<BulkItem> kept(long id) {
        over(id);
        List<BulkItem> kept = runs.withToken(id);
        if (kept.isEmpty()) {
            throw new NoTokensToTake(id);
        }
        return kept;
    }

    /** They have arrived: wipes them here. */
    void wipe(long id) {
        BulkRun run = over(id);
        audit.success(Act.WIPE_TOKENS, run.label(), Integer.toString(runs.wipe(id)));
    }

    String text() {
        return runs.letter().map(TokenLetter::text).orElseGet(letters::standardText);
    }

    void change(String text) {
        if (!text.contains(TokenLetters.TOKEN)) {
            throw new LetterWithoutToken();
        }
        runs.letter()
                .ifPresentOrElse(
                        letter -> letter.change(text, caller.name(), clock.instant()),
                        () -> runs.add(new TokenLetter(text, caller.name(), clock.instant())));
        audit.success(Act.CHANGE_LETTER, "token letter", text.length() + " characters");
    }

    private BulkRun over(long id) {
        BulkRun run = runs.byId(id).orElseThrow(() -> new NoSuchBulkRun(id));
        if (!run.state().finished()) {
            throw new NoTokensToTake(id);
        }
        return run;
    }

    /** The token beside that place, for a letter. */
    TokenToTake open(BulkItem item) {
        try (SecretBytes token = keys.openFromSpool(item.sealedToken().orElseThrow(), BulkSteps.use(item.id()))) {
            return new TokenToTake(
                    item.address(),
                    item.name().isEmpty() ? item.address() : item.name(),
                    new String(token.expose(), StandardCharsets.US_ASCII),
                    item.expiresAt().orElseThrow());
        }
    }
}
