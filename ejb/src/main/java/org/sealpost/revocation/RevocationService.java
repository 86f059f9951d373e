package org.sealpost.revocation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.MailboxId;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.stepup.StepUp;

/** Ends the certificates of a mailbox before their time, and publishes what is revoked. */
@Stateless
public class RevocationService {
    @Inject
    Revoking revoking;

    @Inject
    RevokingPartners partners;

    @Inject
    Approvals approvals;

    @Inject
    KeyRing keys;

    @Inject
    RevocationLists lists;

    /**
     * Revokes every certificate of the mailbox, or asks others first where the policy says so; throws as
     * {@link Revoking#end}.
     *
     * @param ticket number of a ticket; may be empty unless the policy asks for it
     */
    @RolesAllowed("mailbox-admin")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    @StepUp
    @Audited(Act.REVOKE)
    public Requested revoke(
            MailboxId id, @Valid Revocation revocation, @NotNull @Size(max = ApprovalTerms.MAX_TICKET) String ticket) {
        keys.requireRunning();
        return approvals.request(
                SensitiveVerb.REVOKE,
                revoking.label(id),
                RevokePayload.of(id, revocation).json(),
                revocation.reason(),
                ticket);
    }

    /** Somebody outside with a certificate in force of that address, by whose id it is revoked as a mailbox's are. */
    @RolesAllowed("mailbox-admin")
    public Optional<MailboxId> partner(@NotNull @Size(max = 320) String address) {
        return partners.find(address);
    }

    /**
     * Signs a new list now, whatever its age.
     *
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed("km-admin")
    public void signNow() {
        lists.signNow();
    }

    /** The revocation list that is served in every state of the Key Manager; empty before the first was signed. */
    @PermitAll
    public Optional<CurrentList> currentList() {
        return lists.current();
    }
}
