package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Imports of mailboxes with their sealed files. */
@Dependent
public class ImportRepository {
    private final EntityManager database;
    private final TransferContentRepository contents;

    @Inject
    public ImportRepository(EntityManager database) {
        this.database = database;
        this.contents = new TransferContentRepository(database, "import");
    }

    /** Gives it its number. */
    public void add(MailboxImport added) {
        database.persist(added);
        database.flush();
    }

    public void add(ImportedMailbox mailbox) {
        database.persist(mailbox);
    }

    public Optional<MailboxImport> byId(long id) {
        return Optional.ofNullable(database.find(MailboxImport.class, id));
    }

    /** As it is now, locked until the end of the transaction. */
    public Optional<MailboxImport> lock(long id) {
        return Optional.ofNullable(database.find(MailboxImport.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Newest first. */
    public Page<MailboxImport> page(Optional<String> afterKey, int limit) {
        List<MailboxImport> found = database.createNamedQuery(MailboxImport.PAGE, MailboxImport.class)
                .setParameter("before", afterKey.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, one -> Long.toString(one.id()));
    }

    /** The oldest of those that were looked at before a moment, and nothing else since. */
    public List<MailboxImport> overdue(Instant before, int most) {
        return database.createNamedQuery(MailboxImport.OVERDUE, MailboxImport.class)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /** Its mailboxes in their order. */
    public Page<ImportedMailbox> mailboxes(long id, Optional<String> afterKey, int limit) {
        List<ImportedMailbox> found = database.createNamedQuery(ImportedMailbox.PAGE, ImportedMailbox.class)
                .setParameter("transfer", id)
                .setParameter("after", afterKey.map(Integer::parseInt).orElse(0))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, m -> Integer.toString(m.position()));
    }

    /** All its mailboxes; never more than a file holds. */
    public List<ImportedMailbox> mailboxes(long id) {
        return mailboxes(id, Optional.empty(), Integer.MAX_VALUE - 1).rows();
    }

    /** The sealed file; empty when it is not needed any more, or not made yet. */
    public Optional<byte[]> content(long id) {
        return contents.of(id);
    }

    public void keep(long id, byte[] content) {
        contents.keep(id, content);
    }

    /** The file is thrown away. */
    public void forget(long id) {
        contents.forget(id);
    }
}
