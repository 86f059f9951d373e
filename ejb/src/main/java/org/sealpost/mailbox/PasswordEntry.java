package org.sealpost.mailbox;

import java.util.Optional;
import org.sealpost.crypto.Passphrase;

/**
 * What a user enters at a password prompt. Closing it wipes the password.
 *
 * @param password of the security file
 * @param securityFile an .epf given with the request; the roaming copy is taken when empty
 */
@SuppressWarnings("ArrayEquals") // never compared
public record PasswordEntry(Passphrase password, Optional<byte[]> securityFile) implements AutoCloseable {
    /** With the roaming copy of the security file. */
    public PasswordEntry(Passphrase password) {
        this(password, Optional.empty());
    }

    @Override
    public void close() {
        password.close();
    }
}
