package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.crypto.EncryptionFormat;

/** The messages of all mailboxes; every question names the owner, so that nobody reaches another's message by its id. */
@Dependent
public class StoredMessageRepository {
    static final List<Seal> SEALED =
            Stream.of(Seal.values()).filter(Seal::encrypted).toList();

    private final EntityManager database;

    @Inject
    public StoredMessageRepository(EntityManager database) {
        this.database = database;
    }

    /** Delivers at once; a second delivery of the same job to the same folder fails on the database's constraint. */
    public void add(StoredMessage message) {
        database.persist(message);
        database.flush();
    }

    public Optional<StoredMessage> byId(MailboxId owner, long id) {
        return Optional.ofNullable(database.find(StoredMessage.class, id))
                .filter(message -> message.owner().equals(owner));
    }

    /**
     * A folder, newest first.
     *
     * @param text what the subject, the sender or a recipient of the outer header has to contain, in any case; empty
     *     for all
     * @param afterKey {@link Page#nextKey()} of the page before, empty for the first page
     * @param limit rows of the page, at least 1
     */
    public Page<StoredMessage> page(MailboxId owner, Folder folder, String text, Optional<String> afterKey, int limit) {
        List<StoredMessage> found = database.createNamedQuery(StoredMessage.PAGE, StoredMessage.class)
                .setParameter("owner", owner.value())
                .setParameter("folder", folder)
                .setParameter("before", afterKey.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .setParameter("text", contains(text))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, message -> Long.toString(message.id()));
    }

    /** Whether a job has brought a message to anybody. */
    public boolean anyOf(long job) {
        return !database.createQuery("select 1 from StoredMessage m where m.jobId = :job", Integer.class)
                .setParameter("job", job)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Messages in the Inbox that were not opened yet. */
    public long unseen(MailboxId owner) {
        return database.createNamedQuery(StoredMessage.UNSEEN, Long.class)
                .setParameter("owner", owner.value())
                .getSingleResult();
    }

    /** Takes the message out of its mailbox; the content goes when nobody else holds the same copy. */
    public void remove(StoredMessage message) {
        long contentId = message.content().id();
        database.remove(message);
        database.flush();
        removeUnheld(contentId);
    }

    /**
     * The first sealed message after that one whose format is weaker, or not known.
     *
     * @param after its id; 0 for the first of all
     * @param weaker the formats that are; nothing is weaker when there are none, and nothing found
     */
    public Optional<StoredMessage> nextWeaker(MailboxId owner, long after, Collection<EncryptionFormat> weaker) {
        return weaker.isEmpty()
                ? Optional.empty()
                : weaker(Resealing.NEXT_WEAKER, StoredMessage.class, owner, after, weaker)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst();
    }

    /** How many {@link #nextWeaker} would find, one after the other. */
    public long countWeaker(MailboxId owner, long after, Collection<EncryptionFormat> weaker) {
        return weaker.isEmpty()
                ? 0
                : weaker(Resealing.COUNT_WEAKER, Long.class, owner, after, weaker)
                        .getSingleResult();
    }

    private <T> TypedQuery<T> weaker(
            String query, Class<T> result, MailboxId owner, long after, Collection<EncryptionFormat> weaker) {
        return database.createNamedQuery(query, result)
                .setParameter("owner", owner.value())
                .setParameter("after", after)
                .setParameter("sealed", SEALED)
                .setParameter("weaker", weaker.stream().map(Enum::name).toList());
    }

    /** How many sealed messages the mailbox has in each format; formats that none is in are left out. */
    public List<FormatCount> formats(MailboxId owner) {
        return database.createNamedQuery(Resealing.FORMATS_OF, FormatCount.class)
                .setParameter("owner", owner.value())
                .setParameter("sealed", SEALED)
                .getResultList();
    }

    /** As {@link #formats(MailboxId)}, of all mailboxes together. */
    public List<FormatCount> formats() {
        return database.createNamedQuery(Resealing.FORMATS, FormatCount.class)
                .setParameter("sealed", SEALED)
                .getResultList();
    }

    /**
     * Puts the message's new octets in the place of the old ones, at once. The old ones go when nobody else holds them.
     *
     * @throws jakarta.persistence.OptimisticLockException when the message was deleted or marked since it was read; the
     *     transaction has to roll back, and everything is as it was
     */
    public void reseal(StoredMessage message, MailContent fresh, EncryptionFormat into) {
        long old = message.content().id();
        message.reseal(fresh, into);
        database.flush();
        removeUnheld(old);
    }

    private void removeUnheld(long content) {
        database.createNamedQuery(MailContent.REMOVE_UNHELD)
                .setParameter("id", content)
                .executeUpdate();
    }

    private static String contains(String text) {
        String escaped = text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }
}
