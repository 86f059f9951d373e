package org.sealpost.pki;

import java.time.Instant;
import org.sealpost.protocol.BadInput;

/** The certificate is not one that keys could be sealed to for another Key Manager; nothing was sealed. */
public final class UnusableTransferCertificate extends BadInput {
    private static final long serialVersionUID = 1;

    private UnusableTransferCertificate(String code, Object... arguments) {
        super(code, arguments);
    }

    static UnusableTransferCertificate none() {
        return new UnusableTransferCertificate("not-a-transfer-certificate");
    }

    static UnusableTransferCertificate tooEarly(Instant from) {
        return new UnusableTransferCertificate("transfer-certificate-too-early", from);
    }

    static UnusableTransferCertificate expired(Instant since) {
        return new UnusableTransferCertificate("transfer-certificate-expired", since);
    }
}
