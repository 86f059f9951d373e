package org.sealpost.bulk;

import org.sealpost.protocol.BadInput;

/** One bulk run is to stay within bounds: more mailboxes go into several. */
public final class TooManyMailboxes extends BadInput {
    private static final long serialVersionUID = 1;

    TooManyMailboxes(int most) {
        super("too-many-mailboxes", most);
    }
}
