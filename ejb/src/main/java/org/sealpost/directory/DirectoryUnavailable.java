package org.sealpost.directory;

import java.util.List;
import org.sealpost.protocol.Unavailable;

/** The directory does not answer, or not in time. Argument: the server's name for what went wrong. */
public final class DirectoryUnavailable extends Unavailable {
    private static final long serialVersionUID = 1;

    public DirectoryUnavailable(String result, Throwable cause) {
        super("directory-unavailable", cause, List.of(result));
    }
}
