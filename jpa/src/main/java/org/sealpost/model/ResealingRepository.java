package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;

/** The mailboxes' runs of re-encryption, and what was left as it was. */
@Dependent
public class ResealingRepository {
    private final EntityManager database;

    @Inject
    public ResealingRepository(EntityManager database) {
        this.database = database;
    }

    public void add(Resealing run) {
        database.persist(run);
    }

    public Optional<Resealing> of(MailboxId owner) {
        return Optional.ofNullable(database.find(Resealing.class, owner.value()));
    }

    /** The mailbox's run, locked until the end of the transaction: one turn at a time. */
    public Optional<Resealing> lock(MailboxId owner) {
        return Optional.ofNullable(database.find(Resealing.class, owner.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Keeps why a message was left as it was, in the place of what an earlier run said. */
    public void refuse(Resealing run, long message, String code, List<Object> arguments) {
        ResealingRefusal refusal = Optional.ofNullable(database.find(ResealingRefusal.class, message))
                .orElseGet(() -> {
                    ResealingRefusal first = new ResealingRefusal(message, run);
                    database.persist(first);
                    return first;
                });
        refusal.say(run, code, arguments);
    }

    /**
     * How many sealed messages are known to be weaker and were not left as they were in that run.
     *
     * @param run its number; 0 before the first one
     */
    public long countDue(MailboxId owner, int run, Collection<EncryptionFormat> weaker) {
        return weaker.isEmpty()
                ? 0
                : database.createNamedQuery(ResealingRefusal.COUNT_DUE, Long.class)
                        .setParameter("owner", owner.value())
                        .setParameter("number", run)
                        .setParameter("sealed", StoredMessageRepository.SEALED)
                        .setParameter("weaker", weaker.stream().map(Enum::name).toList())
                        .getSingleResult();
    }

    /** The messages that were left as they were in that run, in the order of arrival. */
    public Page<RefusedMessage> refused(Resealing run, Optional<String> afterKey, int limit) {
        List<RefusedMessage> found = database.createNamedQuery(ResealingRefusal.PAGE, RefusedMessage.class)
                .setParameter("owner", run.owner().value())
                .setParameter("number", run.number())
                .setParameter("after", afterKey.map(Long::parseLong).orElse(0L))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, one -> Long.toString(one.refusal().messageId()));
    }
}
