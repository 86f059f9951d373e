package org.sealpost.enrolment;

import org.sealpost.epf.SecurityFileStore;
import org.sealpost.protocol.BadInput;

/** A security file of that size is none of ours. */
public final class SecurityFileTooLarge extends BadInput {
    private static final long serialVersionUID = 1;

    private SecurityFileTooLarge(int most) {
        super("security-file-too-large", most);
    }

    /** @throws SecurityFileTooLarge beyond {@link SecurityFileStore#LARGEST} */
    public static void check(byte[] epf) {
        if (epf.length > SecurityFileStore.LARGEST) {
            throw new SecurityFileTooLarge(SecurityFileStore.LARGEST);
        }
    }
}
