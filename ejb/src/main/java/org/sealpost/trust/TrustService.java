package org.sealpost.trust;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Providers;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.Page;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.ListAddress;
import org.sealpost.pki.MailDomains;
import org.sealpost.stepup.StepUp;

/**
 * Trusting other organisations' authorities. Trusting one needs as many people as the policy says; trusting it no longer
 * needs nobody else, because waiting could do harm and trusting again undoes it.
 *
 * <p>What takes a number throws {@link NoSuchAuthority} when there is no such authority.
 */
@Stateless
@RolesAllowed("km-admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TrustService {
    @Inject
    Approvals approvals;

    @Inject
    TrustDesk desk;

    @Inject
    ListRefresh lists;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    /**
     * What a certificate says, to be compared with what the other organisation tells.
     *
     * @param certificate DER or PEM
     * @throws org.sealpost.crypto.BadEncoding when it is no certificate
     * @throws org.sealpost.pki.UnusableAuthority when it is none by which an authority could be trusted
     */
    public AuthorityFacts look(@NotNull byte[] certificate) {
        return AuthorityFacts.of(ForeignAuthority.read(certificate, providers, clock.instant()));
    }

    /**
     * Trusts an authority for the mail domains, or asks others first. One that is trusted already is from then on trusted
     * for these domains and no others.
     *
     * @throws org.sealpost.pki.FingerprintNotConfirmed when what was typed is not its fingerprint
     * @throws org.sealpost.pki.BadMailDomains when the domains are none
     * @throws OwnDomain when it would vouch for a domain of ours
     * @throws OwnAuthority when it is our own
     */
    @StepUp
    @Audited(Act.TRUST_AUTHORITY)
    public Requested trust(@Valid TrustOrder order) {
        ForeignAuthority authority = ForeignAuthority.read(order.certificate(), providers, clock.instant());
        authority.fingerprint().confirm(order.fingerprint());
        return approvals.request(
                SensitiveVerb.TRUST_AUTHORITY,
                authority.subject() + " " + authority.fingerprint(),
                TrustPayload.of(authority, MailDomains.parse(order.domains())).json(),
                order.reason(),
                order.ticket());
    }

    /**
     * Trusts it no longer, at once: from the next check on its signers count as those of any stranger.
     *
     * @throws org.sealpost.model.AuthorityUntrusted when that is so already
     */
    @StepUp
    @Audited(Act.UNTRUST_AUTHORITY)
    public void untrust(long id, @NotBlank @Size(max = ApprovalTerms.MAX_REASON) String reason) {
        desk.untrust(id, reason.strip());
    }

    /**
     * Takes a revocation list that somebody brings, DER or PEM. It is signed, so it needs nobody's yes.
     *
     * @throws org.sealpost.pki.UnusableList when it is not this authority's whole list
     * @throws org.sealpost.model.OlderList when a newer one is there
     */
    @Audited(Act.TAKE_AUTHORITY_LIST)
    public void upload(long id, @NotNull byte[] list) {
        desk.upload(id, ForeignList.read(list, desk.certificate(id), providers, clock.instant()));
    }

    /**
     * Allows the list to be fetched from there, every hour from now on.
     *
     * @throws org.sealpost.pki.BadListAddress unless it is a plain HTTP address
     */
    @StepUp
    @Audited(Act.CHANGE_LIST_FETCHING)
    public void allowFetching(long id, @NotNull String address) {
        desk.allowFetching(id, ListAddress.parse(address));
    }

    /** Nothing is fetched any more; the list that is there stays. */
    @Audited(Act.CHANGE_LIST_FETCHING)
    public void forbidFetching(long id) {
        desk.forbidFetching(id);
    }

    /**
     * Fetches the list now.
     *
     * @throws FetchingNotAllowed unless that was allowed
     * @throws ListNotFetched when it cannot be had; the one before is kept
     */
    @Audited(Act.TAKE_AUTHORITY_LIST)
    public void fetchNow(long id) {
        lists.fetch(id);
    }

    /** One authority. */
    public AuthorityRow authority(long id) {
        return desk.row(id);
    }

    /** Authorities, newest first. */
    public Page<AuthorityRow> page(@Valid AuthorityQuery query) {
        return desk.page(query);
    }
}
