package org.sealpost.lint;

/** How much a broken rule weighs. */
public enum Severity {
    /** The standard says shall: such a certificate is not issued. */
    ERROR,
    /** The standard says should. */
    WARNING,
    /** Worth knowing; nothing forbids it. */
    NOTICE
}
