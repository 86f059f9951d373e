package org.sealpost.bulk;

import java.util.List;
import org.sealpost.protocol.BadInput;

/** The file is no list of addresses: too large, no text in UTF-8, no table, or without a column of addresses. */
public final class UnreadableAddressFile extends BadInput {
    private static final long serialVersionUID = 1;

    UnreadableAddressFile(String why) {
        super("unreadable-address-file", why);
    }

    UnreadableAddressFile(String why, Throwable cause) {
        super("unreadable-address-file", cause, List.of(why));
    }
}
