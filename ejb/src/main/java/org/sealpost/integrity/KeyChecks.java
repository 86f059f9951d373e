package org.sealpost.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.List;
import org.sealpost.audit.AuditService;
import org.sealpost.audit.ChainReport;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.issuing.KeyPool;
import org.sealpost.lock.HierarchyCheck;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.RevocationListRecord;
import org.sealpost.model.RevocationListRepository;
import org.sealpost.pki.Certificates;

/** The checks of what there is one of, or few of. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class KeyChecks {
    @Inject
    RevocationListRepository lists;

    @Inject
    AuditService audit;

    @Inject
    HierarchyCheck hierarchy;

    @Inject
    KeyPool pool;

    @Inject
    KeyRing ring;

    @Inject
    Clock clock;

    Findings revocationList() {
        Findings.Growing found = new Findings.Growing(Check.REVOCATION_LIST);
        found.look(lists.current().filter(this::holds).isPresent(), "");
        return found.done();
    }

    private boolean holds(RevocationListRecord list) {
        try {
            X509CRL crl = Certificates.parseCrl(list.encoded());
            crl.verify(ring.publicKeys().authority().getPublicKey());
            return list.nextUpdate().isAfter(clock.instant());
        } catch (BadEncoding | GeneralSecurityException e) {
            return false;
        }
    }

    /** Not in one transaction: the walk along a long log takes longer than one may last. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    Findings auditChain() {
        Findings.Growing found = new Findings.Growing(Check.AUDIT_CHAIN);
        ChainReport report = audit.verifyChain();
        if (report instanceof ChainReport.Broken broken) {
            found.look(false, String.valueOf(broken.number()));
        }
        return report instanceof ChainReport.Unbroken unbroken
                ? new Findings(Check.AUDIT_CHAIN, unbroken.entries(), 0, List.of())
                : found.done();
    }

    Findings hierarchy() {
        Findings.Growing found = new Findings.Growing(Check.KEY_HIERARCHY);
        hierarchy.check().forEach((name, holds) -> found.look(holds, name));
        return found.done();
    }

    Findings stock() {
        Findings.Growing found = new Findings.Growing(Check.STOCK);
        pool.check().forEach((id, opens) -> found.look(opens, id.toString()));
        return found.done();
    }
}
