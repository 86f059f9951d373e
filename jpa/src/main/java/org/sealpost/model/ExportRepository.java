package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Exports of mailboxes with their sealed files. */
@Dependent
public class ExportRepository {
    private final EntityManager database;
    private final TransferContentRepository contents;

    @Inject
    public ExportRepository(EntityManager database) {
        this.database = database;
        this.contents = new TransferContentRepository(database, "export");
    }

    /** Gives it its number. */
    public void add(MailboxExport added) {
        database.persist(added);
        database.flush();
    }

    public void add(ExportedMailbox mailbox) {
        database.persist(mailbox);
    }

    public Optional<MailboxExport> byId(long id) {
        return Optional.ofNullable(database.find(MailboxExport.class, id));
    }

    /** As it is now, locked until the end of the transaction. */
    public Optional<MailboxExport> lock(long id) {
        return Optional.ofNullable(database.find(MailboxExport.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** By the number between the two Key Managers. */
    public Optional<MailboxExport> lock(String number) {
        return database.createQuery("select e from MailboxExport e where e.number = :number", MailboxExport.class)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** It was not asked for after all. */
    public void remove(MailboxExport export) {
        mailboxes(export.id()).forEach(database::remove);
        database.remove(export);
    }

    /** The export that a mailbox is leaving with. */
    public Optional<Long> leavingWith(MailboxId mailbox) {
        return database.createNamedQuery(ExportedMailbox.LEAVING, Long.class)
                .setParameter("mailbox", mailbox.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public Page<MailboxExport> page(Optional<String> afterKey, int limit) {
        List<MailboxExport> found = database.createNamedQuery(MailboxExport.PAGE, MailboxExport.class)
                .setParameter("before", afterKey.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, one -> Long.toString(one.id()));
    }

    /** Its mailboxes in their order. */
    public Page<ExportedMailbox> mailboxes(long id, Optional<String> afterKey, int limit) {
        List<ExportedMailbox> found = database.createNamedQuery(ExportedMailbox.PAGE, ExportedMailbox.class)
                .setParameter("transfer", id)
                .setParameter("after", afterKey.orElse(""))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, m -> m.mailbox().value());
    }

    /** All its mailboxes; never more than a file holds. */
    public List<ExportedMailbox> mailboxes(long id) {
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
