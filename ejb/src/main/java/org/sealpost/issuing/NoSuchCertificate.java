package org.sealpost.issuing;

import org.sealpost.model.Serial;
import org.sealpost.protocol.NotFound;

/** No certificate with that serial number was issued. */
public final class NoSuchCertificate extends NotFound {
    private static final long serialVersionUID = 1;

    NoSuchCertificate(Serial serial) {
        super("no-such-certificate", serial.value());
    }
}
