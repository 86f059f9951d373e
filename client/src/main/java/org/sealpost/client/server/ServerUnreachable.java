package org.sealpost.client.server;

import java.util.List;
import org.sealpost.protocol.Unavailable;

/** The server does not answer, or is not the one that is trusted: {@code server-unreachable}, {@code server-untrusted}. */
public final class ServerUnreachable extends Unavailable {
    private static final long serialVersionUID = 1;

    ServerUnreachable(String code, String server, Throwable cause) {
        super(code, cause, List.of(server, String.valueOf(cause.getMessage())));
    }

    ServerUnreachable(String server, String what) {
        super("server-strange", server, what);
    }
}
