package org.sealpost.epf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.protocol.BadInput;

/** Not a security file, an altered one, or one that asks for more work than any honest file does. */
public final class DamagedSecurityFile extends BadInput {
    private static final long serialVersionUID = 1;

    /** @param what the first thing found wrong, a stable word for the log */
    DamagedSecurityFile(String what, @Nullable Throwable cause) {
        super("damaged-security-file", cause, List.of(what));
    }
}
