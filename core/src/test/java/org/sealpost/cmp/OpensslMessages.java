package org.sealpost.cmp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Requests that {@code openssl cmp} 3.0 has made. */
final class OpensslMessages {
    static final String REFERENCE = "7K3QF-0M2ZP";
    static final String SECRET = "7K3QF-0M2ZP-ABCDE-FGHJK-MNPQR-S";

    private OpensslMessages() {}

    /** @param name {@code ir}, {@code kur}, {@code rr} or {@code genm} */
    static byte[] named(String name) {
        try (InputStream file =
                Objects.requireNonNull(OpensslMessages.class.getResourceAsStream(name + ".der"), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
