package org.sealpost.mailbox;

import org.sealpost.protocol.BadInput;

/**
 * A message that cannot be sent as it is: {@code submission-author}(own address) when its one author is not its sender,
 * {@code submission-blind} when its header names blind recipients, {@code submission-nobody} when it goes to nobody.
 */
public final class UnfitMessage extends BadInput {
    private static final long serialVersionUID = 1;

    UnfitMessage(String code, Object... arguments) {
        super(code, arguments);
    }
}
