package org.sealpost.client.command;

/** What the client ends with. Scripts decide by these, so they stay as they are. */
public final class Exit {
    /** Done, or asked for where others have to agree; of a message: opened, and every check of its signature held. */
    public static final int DONE = 0;

    /** Refused, not confirmed or broken off, or a message that cannot be opened. */
    public static final int REFUSED = 1;

    /** The command line was wrong. */
    public static final int USAGE = 2;

    /** A message was opened, but a check failed or could not be made, or it was not signed. */
    public static final int NOT_VERIFIED = 3;

    private Exit() {}
}
