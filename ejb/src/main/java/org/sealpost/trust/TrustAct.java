package org.sealpost.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Done;
import org.sealpost.approval.Explanation;
import org.sealpost.crypto.Providers;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.TrustTerms;
import org.sealpost.model.TrustedAuthority;
import org.sealpost.model.TrustedAuthorityRepository;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.ForeignAuthority;

/** Trusts another organisation's authority for some mail domains, from the next signature that is looked at. */
@ApplicationScoped
class TrustAct implements ApprovedAct {
    @Inject
    TrustedAuthorityRepository authorities;

    @Inject
    OwnDomains ownDomains;

    @Inject
    KeyRing keys;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    @Override
    public SensitiveVerb verb() {
        return SensitiveVerb.TRUST_AUTHORITY;
    }

    @Override
    public Explanation explain(String payload) {
        TrustPayload trust = TrustPayload.parse(payload);
        X509Certificate certificate = trust.certificate();
        return Explanation.of(
                "trust-authority",
                certificate.getSubjectX500Principal().getName(),
                Fingerprint.of(certificate).grouped(),
                trust.domains().toText(),
                certificate.getNotAfter().toInstant());
    }

    /**
     * Refuses what could never be trusted.
     *
     * @throws org.sealpost.pki.UnusableAuthority when its certificate is none that could be
     * @throws OwnAuthority when it is our own
     * @throws OwnDomain when it would vouch for a domain of ours
     */
    @Override
    public void check(String payload) {
        authority(TrustPayload.parse(payload));
    }

    private ForeignAuthority authority(TrustPayload trust) {
        ForeignAuthority authority = trust.authority(providers, clock.instant());
        if (authority
                .certificate()
                .getPublicKey()
                .equals(keys.publicKeys().authority().getPublicKey())) {
            throw new OwnAuthority();
        }
        ownDomains.refuse(trust.domains());
        return authority;
    }

    @Override
    public Done carryOut(ApprovalRequest request) {
        TrustPayload trust = TrustPayload.parse(request.terms().payload());
        ForeignAuthority authority = authority(trust);
        TrustTerms terms = new TrustTerms(
                trust.domains(),
                request.requester().login(),
                clock.instant(),
                request.terms().reason());
        Optional<TrustedAuthority> known =
                authorities.lock(authority.fingerprint().hex());
        String before = known.map(
                        one -> one.state() + " for " + one.terms().permitted().toText() + " -> ")
                .orElse("");
        known.ifPresentOrElse(one -> one.trust(terms), () -> authorities.add(new TrustedAuthority(authority, terms)));
        return new Done(
                Act.TRUST_AUTHORITY,
                request.terms().subject(),
                before + "for " + trust.domains().toText());
    }
}
