package org.sealpost.moving;

import org.sealpost.protocol.NotFound;

/** There is no export or import of that number. */
public final class NoSuchTransfer extends NotFound {
    private static final long serialVersionUID = 1;

    private NoSuchTransfer(String code, Object number) {
        super(code, number);
    }

    /** @param number here, or between the two Key Managers */
    static NoSuchTransfer ofExport(Object number) {
        return new NoSuchTransfer("no-such-export", number);
    }

    static NoSuchTransfer ofImport(long number) {
        return new NoSuchTransfer("no-such-import", number);
    }
}
