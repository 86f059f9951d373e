package org.sealpost.pki;

import java.time.Instant;
import org.sealpost.protocol.BadInput;

/** The revocation list cannot be taken; the one before is kept. */
public final class UnusableList extends BadInput {
    private static final long serialVersionUID = 1;

    private UnusableList(String code, Object... arguments) {
        super(code, arguments);
    }

    static UnusableList tooLong(int megabytes) {
        return new UnusableList("list-too-long", megabytes);
    }

    static UnusableList incomplete() {
        return new UnusableList("list-incomplete");
    }

    static UnusableList bySomebodyElse(String issuer) {
        return new UnusableList("list-by-somebody-else", issuer);
    }

    static UnusableList fromFuture(Instant made) {
        return new UnusableList("list-from-future", made);
    }
}
