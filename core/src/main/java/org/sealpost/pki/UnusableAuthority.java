package org.sealpost.pki;

import java.time.Instant;
import org.sealpost.protocol.BadInput;

/** The certificate is not one by which an authority could be trusted; nothing was changed. */
public final class UnusableAuthority extends BadInput {
    private static final long serialVersionUID = 1;

    private UnusableAuthority(String code, Object... arguments) {
        super(code, arguments);
    }

    static UnusableAuthority none() {
        return new UnusableAuthority("not-an-authority");
    }

    static UnusableAuthority notUnderstood() {
        return new UnusableAuthority("authority-not-understood");
    }

    static UnusableAuthority tooEarly(Instant from) {
        return new UnusableAuthority("authority-too-early", from);
    }

    static UnusableAuthority expired(Instant since) {
        return new UnusableAuthority("authority-expired", since);
    }

    static UnusableAuthority weakKey() {
        return new UnusableAuthority("authority-weak-key");
    }

    static UnusableAuthority wrongSignature() {
        return new UnusableAuthority("authority-signature-wrong");
    }
}
