package org.sealpost.revocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.MailboxId;
import org.sealpost.model.PartnerCertificateRepository;
import org.sealpost.model.PartnerId;

/** Ends the certificates of somebody outside who has no mailbox here; part of the caller's transaction. */
@ApplicationScoped
@Transactional
class RevokingPartners {
    @Inject
    PartnerCertificateRepository certificates;

    @Inject
    Clock clock;

    /** The id of a partner that has a certificate in force, by address in any case. */
    Optional<MailboxId> find(String address) {
        return Optional.of(PartnerId.of(address))
                .filter(id -> !certificates.issued(id).isEmpty());
    }

    /** The address, which names a partner in the audit log. @throws NothingToRevoke when nothing is in force */
    String label(MailboxId partner) {
        return issued(partner).get(0).address();
    }

    /** Ends all that are not ended yet. @return how many there were */
    int end(RevokePayload revocation) {
        Instant now = clock.instant();
        List<IssuedCertificate> ended = issued(revocation.mailbox());
        ended.forEach(one -> one.revoke(revocation.cause().reason(), now, revocation.since()));
        return ended.size();
    }

    private List<IssuedCertificate> issued(MailboxId partner) {
        List<IssuedCertificate> issued = certificates.issued(partner);
        if (issued.isEmpty()) {
            throw new NothingToRevoke(partner);
        }
        return issued;
    }
}
