package org.sealpost.bulk;

import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.TokenDesk;

/** Hands tokens out until it is to die, which it does in the middle of the last one's transaction. */
final class DyingDesk extends TokenDesk {
    private final TokenDesk desk;
    private int left = Integer.MAX_VALUE;

    DyingDesk(TokenDesk desk) {
        this.desk = desk;
    }

    void dieAfter(int tokens) {
        left = tokens;
    }

    @Override
    public IssuedToken enable(DirectoryEntry entry, String administrator) {
        IssuedToken token = desk.enable(entry, administrator);
        left--;
        if (left == 0) {
            throw new Death();
        }
        return token;
    }
}
