package org.sealpost.bulk;

/** The server's process ends here: nothing catches it, nothing is tidied up, and what was not committed did not happen. */
final class Death extends Error {
    private static final long serialVersionUID = 1;
}
