package org.sealpost.mailbox;

import java.util.List;
import java.util.stream.Collectors;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Negotiation.Shortfall;
import org.sealpost.protocol.WrongState;

/** No format that the organisation allows is read by everybody. Argument: who cannot read what. */
public final class NoCommonFormat extends WrongState {
    private static final long serialVersionUID = 1;

    NoCommonFormat(List<Shortfall> shortfalls) {
        super("no-common-format", shortfalls.stream().map(NoCommonFormat::words).collect(Collectors.joining("; ")));
    }

    private static String words(Shortfall one) {
        return one.address() + ": "
                + one.cannotRead().stream().map(EncryptionFormat::displayName).collect(Collectors.joining(", "));
    }
}
