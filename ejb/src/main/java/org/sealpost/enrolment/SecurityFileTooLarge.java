package org.sealpost.enrolment;

import org.sealpost.protocol.BadInput;

/** A security file of that size is none of ours. */
public final class SecurityFileTooLarge extends BadInput {
    private static final long serialVersionUID = 1;

    SecurityFileTooLarge(int most) {
        super("security-file-too-large", most);
    }
}
