package org.sealpost.peers;

/** Another program does not take what it was given, and says why. */
public final class PeerRefuses extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String said;

    PeerRefuses(String said) {
        super(said);
        this.said = said;
    }

    /** What it wrote before it ended. */
    String said() {
        return said;
    }
}
