package org.sealpost.moving;

import org.sealpost.protocol.WrongState;

/** The export cannot go on as it stands; nothing was changed. */
public final class ExportRefused extends WrongState {
    private static final long serialVersionUID = 1;

    private ExportRefused(String code, Object... arguments) {
        super(code, arguments);
    }

    static ExportRefused noKeys(String address) {
        return new ExportRefused("no-keys-to-move", address);
    }

    static ExportRefused tooManyKeys(String address, int most) {
        return new ExportRefused("too-many-keys-to-move", address, most);
    }

    /** @param export that it is leaving with already */
    static ExportRefused leaving(String address, long export) {
        return new ExportRefused("mailbox-leaving", address, export);
    }

    static ExportRefused notSealed(long export) {
        return new ExportRefused("export-not-sealed", export);
    }

    /** @param largest in bytes */
    static ExportRefused tooLarge(int largest) {
        return new ExportRefused("export-too-large", largest);
    }

    static ExportRefused nothingConfirmed(long export) {
        return new ExportRefused("nothing-confirmed", export);
    }
}
