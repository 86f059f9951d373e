package org.sealpost.acme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.audit.Audited;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.Page;
import org.sealpost.stepup.StepUp;

/**
 * The accounts of partners outside, for administrators. They are there after ACME was switched off, too, because
 * certificates that were issued then stay in force. Certificates are ended as those of mailboxes are, by address.
 *
 * <p>What takes an id throws {@link NoSuchPartner} when no account has it.
 */
@Stateless
@RolesAllowed({"mailbox-admin", "auditor"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PartnerService {
    @Inject
    PartnerDesk desk;

    /** Accounts, newest first. */
    public Page<PartnerRow> page(@Valid PartnerQuery query) {
        return desk.page(query);
    }

    /** One account. */
    public PartnerRow partner(@NotNull String id) {
        return desk.row(id);
    }

    /** What an account has ordered, newest first; each page is asked for with the key that the one before gave. */
    public Page<PartnerOrderRow> orders(@NotNull String id, Optional<String> afterKey, @Min(1) @Max(200) int limit) {
        return desk.orders(id, afterKey, limit);
    }

    /**
     * Ends an account at once, for good: its key opens no other. Its certificates stay in force. Needs nobody else, because
     * a partner can open another account and prove the same addresses again.
     *
     * @throws PartnerAccountEnded when that has happened before
     */
    @RolesAllowed("mailbox-admin")
    @StepUp
    @Audited(Act.CLOSE_PARTNER_ACCOUNT)
    public void deactivate(@NotNull String id, @NotBlank @Size(max = ApprovalTerms.MAX_REASON) String reason) {
        desk.deactivate(id, reason.strip());
    }
}
