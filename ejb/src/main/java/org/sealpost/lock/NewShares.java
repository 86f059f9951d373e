package org.sealpost.lock;

import java.util.ArrayList;
import java.util.List;
import org.sealpost.crypto.RecoveryShare;
import org.sealpost.model.ShareHolder;

/**
 * Fresh recovery shares, to be shown once. The way and the holders' digests are what is stored; the shares themselves
 * are not.
 *
 * @param shares closed by whoever shows them
 */
record NewShares(NewWay way, List<RecoveryShare> shares, ShareOrder order) implements AutoCloseable {
    NewShares {
        shares = List.copyOf(shares);
    }

    /** What is kept of the holders. */
    List<ShareHolder> holders() {
        List<ShareHolder> holders = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            holders.add(new ShareHolder(order.holders().get(i), shares.get(i)));
        }
        return holders;
    }

    /** For the holders' pages. */
    List<HandedShare> handed() {
        List<HandedShare> handed = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            RecoveryShare share = shares.get(i);
            handed.add(new HandedShare(
                    share.set(), share.number(), order.needed(), order.holders().get(i), share.text()));
        }
        return handed;
    }

    @Override
    public void close() {
        shares.forEach(RecoveryShare::close);
    }
}
