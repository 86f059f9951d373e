package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.MailboxId;

/**
 * Ends the certificates of many mailboxes that were agreed to together, each in its caller's transaction. New lists are
 * not signed after each one: while it goes on, the publisher's own rounds bring out what has come together in ten seconds.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RevocationSeries {
    @Inject
    Revoking revoking;

    @Inject
    ListPublisher publisher;

    @Inject
    AuditLog audit;

    /**
     * Revokes every certificate of one mailbox, with its entry in the log; throws as {@link Revoking#end}.
     *
     * @param by login name of who asked for it
     * @param series what it belongs to, for the log
     */
    public void end(MailboxId id, Revocation revocation, String by, String series) {
        int ended = revoking.endUnlisted(RevokePayload.of(id, revocation));
        audit.success(
                by,
                Act.REVOKE,
                revoking.label(id),
                revocation.cause() + ", " + ended + " certificates, " + series,
                new Grounds("", revocation.reason(), ""));
    }

    /** The last one has had its turn: signs new lists once the caller's transaction is committed. */
    public void publish() {
        publisher.soon();
    }
}
