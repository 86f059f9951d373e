package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;

/** Walks over escrowed keys without changing them, a page at a time, so that they are never all in memory. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class EscrowWalk {
    /** For a walk over all keys, whatever version of the escrow key they are sealed to. */
    static final int EVERY_VERSION = Integer.MAX_VALUE;

    private static final int PAGE = 200;

    @Inject
    EscrowedKeyRepository keys;

    /** Gives each page to somebody who only looks. @param below only keys of an older version of the escrow key */
    void over(int below, Consumer<List<EscrowedKey>> look) {
        String after = "";
        List<EscrowedKey> page = keys.page(after, below, PAGE);
        while (!page.isEmpty()) {
            look.accept(page);
            after = page.get(page.size() - 1).serial().value();
            keys.release(page);
            page = keys.page(after, below, PAGE);
        }
    }
}
