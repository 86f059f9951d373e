package org.sealpost.lint;

import org.sealpost.protocol.BadInput;

/** A certificate would break rules that forbid issuing it; nothing was signed. */
public final class CertificateRefused extends BadInput {
    private static final long serialVersionUID = 1;

    CertificateRefused(LintReport report) {
        super("certificate-refused", String.join(", ", report.errors()));
    }
}
