package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.SharePart;
import org.sealpost.quorum.Commitments;
import org.sealpost.quorum.Resharing;
import org.sealpost.quorum.Share;
import org.sealpost.quorum.WrongShare;

/** Opens officers' shares: one that was dealt whole, or one that is put together of what the officers before dealt. */
@ApplicationScoped
class Shares {
    @Inject
    KeySharingRepository sharings;

    @Inject
    ShareEnvelope envelope;

    @Inject
    SecureRandom random;

    /**
     * An officer's share.
     *
     * @param file the officer's own
     * @return checked against the commitments; to be closed by the caller
     * @throws WrongShare when a part is missing or was altered
     */
    Share open(KeySharing sharing, int holder, SecurityFile file) {
        List<SharePart> parts = sharing.partsOf(holder);
        if (parts.isEmpty()) {
            throw new WrongShare(holder);
        }
        Share share = sharing.replaced().isEmpty()
                ? envelope.open(parts.get(0).sealed(), file)
                : joined(sharing, holder, parts, file);
        if (share.holder() != holder || !sharing.commitments().cover(share, random)) {
            share.close();
            throw new WrongShare(holder);
        }
        return share;
    }

    /** What the dealers of a sharing committed to, checked against the sharing before. */
    Resharing resharing(KeySharing sharing) {
        Map<Integer, Commitments> dealt = new HashMap<>();
        sharing.parts().forEach(part -> dealt.put(part.dealer(), Commitments.parse(part.commitments())));
        return new Resharing(before(sharing).commitments(), dealt);
    }

    /** The sharing whose officers deal for this one. */
    KeySharing before(KeySharing sharing) {
        return sharings.byId(sharing.replaced().orElseThrow()).orElseThrow();
    }

    private Share joined(KeySharing sharing, int holder, List<SharePart> parts, SecurityFile file) {
        Map<Integer, Share> dealt = new HashMap<>();
        List<Share> opened = new ArrayList<>();
        try {
            for (SharePart part : parts) {
                Share share = envelope.open(part.sealed(), file);
                opened.add(share);
                dealt.put(part.dealer(), share);
            }
            return resharing(sharing).join(holder, dealt, random);
        } finally {
            opened.forEach(Share::close);
        }
    }
}
