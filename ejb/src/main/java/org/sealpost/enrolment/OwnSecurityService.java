package org.sealpost.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.MailProgram;
import org.sealpost.directory.Directory;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxOptions;

/** Advanced Security of one mailbox: one's own, or any for administrators. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OwnSecurityService {
    @Inject
    OwnMailbox own;

    @Inject
    Directory directory;

    @Inject
    MailboxStates states;

    /** The caller's own mailbox. */
    @RolesAllowed("user")
    public OwnSecurity status() {
        return states.security(own.entry());
    }

    /** @throws MailboxNotKnown when the directory does not have it */
    @RolesAllowed({"mailbox-admin", "km-admin"})
    public OwnSecurity status(MailboxId mailbox) {
        return states.security(directory.byId(mailbox).orElseThrow(() -> new MailboxNotKnown(mailbox)));
    }

    /**
     * The caller's choice for new messages.
     *
     * @throws MailboxNotKnown when the mailbox was never enabled
     */
    @RolesAllowed("user")
    public void choose(MailboxOptions options) {
        states.choose(own.entry().id(), options);
    }

    /**
     * With what the caller reads sealed mail: with the next message, mail to the caller is sealed so that this program
     * reads it.
     *
     * @throws MailboxNotKnown when the mailbox was never enabled
     */
    @RolesAllowed("user")
    @Audited(Act.CHOOSE_MAIL_PROGRAM)
    public void readWith(MailProgram program) {
        states.readWith(own.entry().id(), program);
    }
}
