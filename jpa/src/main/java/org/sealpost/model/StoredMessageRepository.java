package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The messages of all mailboxes; every question names the owner, so that nobody reaches another's message by its id. */
@Dependent
public class StoredMessageRepository {
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
        database.createNamedQuery(MailContent.REMOVE_UNHELD)
                .setParameter("id", contentId)
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
