package org.sealpost.client.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.sealpost.protocol.WrongState;

/** The client itself refuses; ends with {@link Exit#REFUSED}. */
public final class Refused extends WrongState {
    private static final long serialVersionUID = 1;

    /** @param code key of its words */
    public Refused(String code, Object... arguments) {
        super(code, arguments);
    }

    /** Refuses to write where there is a file already, unless it may be replaced. */
    public static void ifThere(Path file, boolean replace) {
        if (Files.exists(file) && !replace) {
            throw new Refused("file-there", file);
        }
    }
}
