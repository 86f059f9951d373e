package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.epf.SecurityFile;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.model.SharePart;
import org.sealpost.model.SharingState;
import org.sealpost.quorum.Commitments;
import org.sealpost.quorum.Resharing;
import org.sealpost.quorum.Share;
import org.sealpost.quorum.Sharing;

/**
 * How the escrow key comes into the officers' hands: dealt out by the Key Manager the first time, afterwards handed on
 * from officers to officers without being put together.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Handover {
    private static final int FIRST_VERSION = 1;

    @Inject
    KeySharingRepository sharings;

    @Inject
    KeyEscrow escrow;

    @Inject
    Shares shares;

    @Inject
    ShareEnvelope envelope;

    @Inject
    OfficerKeys officerKeys;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /** Writes down who is to share the key: one sharing for each of its versions that is in use. */
    void propose(String proposal, int needed, List<RecoveryOfficer> officers) {
        officers.forEach(officerKeys::of);
        List<KeySharing> active = sharings.active();
        if (active.isEmpty()) {
            sharings.add(new KeySharing(sharings.nextId(), FIRST_VERSION, needed, officers, proposal, clock.instant()));
        }
        for (KeySharing before : active) {
            KeySharing next = new KeySharing(
                    sharings.nextId(), before.escrowVersion(), needed, officers, proposal, clock.instant());
            next.replace(before);
            sharings.add(next);
        }
    }

    /** An officer deals the own shares out to the proposed ones. */
    void deal(String proposal, MailboxId dealer, SecurityFile file) {
        for (KeySharing next : sharings.proposed(proposal)) {
            KeySharing before = inForce(shares.before(next));
            RecoveryOfficer officer = before.officer(dealer).orElseThrow(NotAnOfficer::new);
            officerKeys.requireInOffice(officer);
            try (Share own = shares.open(before, officer.holder(), file);
                    Sharing dealt = Sharing.of(own, next.size(), random)) {
                next.take(sealed(next, officer.holder(), dealt));
            }
        }
    }

    /** Puts what was proposed into force; the officers before have nothing any more. */
    List<KeySharing> complete(String proposal) {
        List<KeySharing> proposed = sharings.proposed(proposal);
        for (KeySharing next : proposed) {
            if (next.replaced().isEmpty()) {
                dealWhole(next);
            } else {
                KeySharing before = inForce(shares.before(next));
                Resharing resharing = shares.resharing(next);
                next.activate(resharing.commitments(), clock.instant());
                before.end(clock.instant());
            }
        }
        return proposed;
    }

    /** What was dealt is what the envelopes hold: only sealed to the officers does it stay. */
    void hold(KeySharing next, Sharing dealt) {
        next.take(sealed(next, SharePart.WHOLE, dealt));
        next.activate(dealt.commitments(), clock.instant());
    }

    private void dealWhole(KeySharing first) {
        if (!sharings.active().isEmpty()) {
            throw new OfficersChanged();
        }
        try (Sharing dealt = escrow.surrender(first.size())) {
            hold(first, dealt);
        }
    }

    private List<SharePart> sealed(KeySharing next, int dealer, Sharing dealt) {
        Commitments commitments = dealt.commitments();
        List<SharePart> parts = new ArrayList<>();
        for (RecoveryOfficer officer : next.officers()) {
            Share share = dealt.shares().get(officer.holder() - 1);
            byte[] envelopeBytes = envelope.seal(share, officerKeys.of(officer));
            parts.add(new SharePart(officer.holder(), dealer, commitments.encode(), envelopeBytes));
        }
        return parts;
    }

    private static KeySharing inForce(KeySharing before) {
        if (before.state() != SharingState.ACTIVE) {
            throw new OfficersChanged();
        }
        return before;
    }
}
