package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tokens; each way to end one is a single UPDATE, so that two requests at once cannot both succeed. */
@Dependent
public class OneTimeTokenRepository {
    private final EntityManager database;

    @Inject
    public OneTimeTokenRepository(EntityManager database) {
        this.database = database;
    }

    /** Keeps a new token and ends the mailbox's older one. */
    public void replaceLive(OneTimeToken token) {
        withdrawLive(token.mailbox(), token.issuedAt());
        database.persist(token);
        database.flush();
    }

    /** The mailbox's live token; it may have run out by time. */
    public Optional<OneTimeToken> live(MailboxId mailbox) {
        return database.createNamedQuery(OneTimeToken.LIVE, OneTimeToken.class)
                .setParameter("mailbox", mailbox.value())
                .getResultStream()
                .findFirst();
    }

    /** Tokens that were ever handed out for the mailbox, newest first, at most {@code limit}. */
    public List<OneTimeToken> history(MailboxId mailbox, int limit) {
        return database.createNamedQuery(OneTimeToken.OF_MAILBOX, OneTimeToken.class)
                .setParameter("mailbox", mailbox.value())
                .setMaxResults(limit)
                .getResultList();
    }

    /** Tokens with that reference, newest first; hardly ever more than one. */
    public List<OneTimeToken> byReference(byte[] hash) {
        return database.createNamedQuery(OneTimeToken.BY_REFERENCE, OneTimeToken.class)
                .setParameter("hash", hash)
                .setMaxResults(2)
                .getResultList();
    }

    /** By its id. */
    public Optional<OneTimeToken> byId(UUID id) {
        return Optional.ofNullable(database.find(OneTimeToken.class, id));
    }

    /** Forgets the sealed form of tokens that ran out before that instant. @return how many */
    public int forgetSealed(Instant before) {
        return Fence.update(database.createNamedQuery(OneTimeToken.FORGET).setParameter("before", before));
    }

    /** @return whether this call spent it; false when it was spent, withdrawn, exhausted or out of date already */
    public boolean spend(UUID token, Instant at) {
        return Fence.update(database.createNamedQuery(OneTimeToken.SPEND)
                        .setParameter("id", token)
                        .setParameter("at", at))
                == 1;
    }

    /** @return whether there was a live token to end */
    public boolean withdrawLive(MailboxId mailbox, Instant at) {
        return Fence.update(database.createNamedQuery(OneTimeToken.WITHDRAW)
                        .setParameter("mailbox", mailbox.value())
                        .setParameter("at", at))
                == 1;
    }

    /**
     * Marks a live token as sent by mail.
     *
     * @param again whether it may have been sent before
     * @return whether it is to be sent now; of two who send it at once only one is told so
     */
    public boolean mail(UUID token, Instant at, boolean again) {
        return Fence.update(database.createNamedQuery(OneTimeToken.MAIL)
                        .setParameter("id", token)
                        .setParameter("at", at)
                        .setParameter("again", again))
                == 1;
    }

    /** Counts a wrong try; the last one ends the token. Belongs in a transaction of its own that is not rolled back. */
    public void countWrongTry(UUID token, Instant at) {
        Fence.update(database.createNamedQuery(OneTimeToken.COUNT_TRY).setParameter("id", token));
        Fence.update(database.createNamedQuery(OneTimeToken.EXHAUST)
                .setParameter("id", token)
                .setParameter("at", at));
    }
}
