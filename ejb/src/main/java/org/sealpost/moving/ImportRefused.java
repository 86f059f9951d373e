package org.sealpost.moving;

import java.time.Instant;
import org.sealpost.protocol.WrongState;

/** The file cannot be taken in, or no receipt be given for it; nothing was changed. */
public final class ImportRefused extends WrongState {
    private static final long serialVersionUID = 1;

    private ImportRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static ImportRefused forAnother() {
        return new ImportRefused("transfer-for-another");
    }

    /** @param sealedAt when the file was made */
    static ImportRefused outdated(Instant sealedAt) {
        return new ImportRefused("transfer-outdated", sealedAt);
    }

    static ImportRefused nobody(long number) {
        return new ImportRefused("nobody-to-take-in", number);
    }

    static ImportRefused nobodyArrived(long number) {
        return new ImportRefused("nobody-arrived", number);
    }
}
