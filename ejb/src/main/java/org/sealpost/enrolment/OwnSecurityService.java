package org.sealpost.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.sealpost.directory.Directory;
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
}
