package org.sealpost.web.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.lock.ShareOrder;

/** The two fields that order recovery shares: how many are needed, and the holders, one a line. */
public final class ShareForm {
    private int needed = 2;
    private @Nullable String holders;

    ShareForm(@Nullable String holders) {
        this.holders = holders;
    }

    /** @throws org.sealpost.lock.SharesRefused when such a set cannot be */
    ShareOrder order() {
        String typed = holders == null ? "" : holders;
        List<String> names =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new ShareOrder(needed, names);
    }

    public int getNeeded() {
        return needed;
    }

    public void setNeeded(int needed) {
        this.needed = needed;
    }

    public @Nullable String getHolders() {
        return holders;
    }

    public void setHolders(@Nullable String holders) {
        this.holders = holders;
    }
}
