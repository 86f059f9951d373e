package org.sealpost.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.sealpost.audit.Audited;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;

/**
 * Enabling Advanced Security for mailboxes of the directory. The directory is asked before the transaction begins.
 *
 * <p>All verbs throw {@link MailboxNotKnown} for an id that the directory does not have,
 * {@link org.sealpost.model.WrongMailboxState} when the mailbox is in a wrong state, and
 * {@link org.sealpost.lock.KeyManagerUnavailable} unless the Key Manager is running.
 */
@Stateless
@RolesAllowed("mailbox-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EnablementService {
    @Inject
    Directory directory;

    @Inject
    KeyRing ring;

    @Inject
    TokenDesk desk;

    @Inject
    MailboxList list;

    @Inject
    MailboxStates states;

    /** Enables a mailbox: its user is to redeem the token within 72 hours. */
    @Audited(Act.ENABLE)
    public IssuedToken enable(MailboxId mailbox) {
        return desk.handOut(entry(mailbox), Act.ENABLE, Mailbox::issueToken);
    }

    /** Hands out another token; the one before dies. */
    @Audited(Act.NEW_TOKEN)
    public IssuedToken newToken(MailboxId mailbox) {
        return desk.handOut(entry(mailbox), Act.NEW_TOKEN, Mailbox::issueToken);
    }

    /** Hands a token to a revoked mailbox. */
    @Audited(Act.RE_ENABLE)
    public IssuedToken reEnable(MailboxId mailbox) {
        return desk.handOut(entry(mailbox), Act.RE_ENABLE, Mailbox::reEnable);
    }

    /** Takes the token back; the mailbox is again what it was before. */
    @Audited(Act.WITHDRAW_TOKEN)
    public void withdrawToken(MailboxId mailbox) {
        ring.requireRunning();
        desk.withdraw(mailbox);
    }

    /**
     * Mailboxes of the directory with their states, in the order of their names. With a state given a page may have
     * fewer rows than asked for, or up to twice as many; the key alone tells whether more follow.
     */
    public Page<MailboxRow> search(@Valid MailboxQuery query) {
        return list.search(query);
    }

    /** How many mailboxes are in each state, of those that were enabled ever; a state that none is in is absent. */
    public Map<MailboxState, Long> counts() {
        return states.counts();
    }

    /** Names of the organisational units to choose from. */
    public List<String> units() {
        return directory.units();
    }

    private DirectoryEntry entry(MailboxId mailbox) {
        ring.requireRunning();
        DirectoryEntry entry = directory.byId(mailbox).orElseThrow(() -> new MailboxNotKnown(mailbox));
        if (entry.group()) {
            throw new NotAMailbox(entry.address());
        }
        return entry;
    }
}
