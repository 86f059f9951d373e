package org.sealpost.lock;

import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.RecoveryShare;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.OpeningWay;
import org.sealpost.model.SealedMasterKey;
import org.sealpost.model.ShareHolder;

/**
 * The ways to open the master key as they lie in the database.
 *
 * @param ways at most one of each kind
 * @param sealed each version of the master key, sealed to each way
 * @param holders who holds shares of the present set
 */
record StoredWays(List<OpeningWay> ways, List<SealedMasterKey> sealed, List<ShareHolder> holders) {
    StoredWays {
        ways = List.copyOf(ways);
        sealed = List.copyOf(sealed);
        holders = List.copyOf(holders);
    }

    Optional<OpeningWay> find(OpeningKind kind) {
        return ways.stream().filter(way -> way.kind() == kind).findFirst();
    }

    /** @throws NoSuchWay when the Key Manager does not open in that way */
    OpeningWay way(OpeningKind kind) {
        return find(kind).orElseThrow(() -> new NoSuchWay(kind));
    }

    /** How many recovery shares are needed; 0 when there are none. */
    int needed() {
        return find(OpeningKind.SHARES).map(OpeningWay::needed).orElse(0);
    }

    List<SealedMasterKey> sealedTo(OpeningKind kind) {
        return sealed.stream().filter(each -> each.kind() == kind).toList();
    }

    /**
     * Looks at each share before they are put together, so that a refusal names the one that is wrong.
     *
     * @throws SharesRefused when they are too few or one came twice
     * @throws WrongShare when one belongs to another set or was mistyped
     */
    void requireFitting(List<RecoveryShare> shares) {
        OpeningWay way = way(OpeningKind.SHARES);
        for (RecoveryShare share : shares) {
            if (!share.set().equals(way.fingerprint())) {
                throw WrongShare.ofAnotherSet(share, way.fingerprint());
            }
            if (holders.stream().noneMatch(holder -> holder.holds(share))) {
                throw WrongShare.mistyped(share);
            }
            if (shares.stream()
                            .filter(other -> other.number() == share.number())
                            .count()
                    > 1) {
                throw SharesRefused.twice(share.number());
            }
        }
        if (shares.size() < way.needed()) {
            throw SharesRefused.tooFew(shares.size(), way.needed());
        }
    }
}
