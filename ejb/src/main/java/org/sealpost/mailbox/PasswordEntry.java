package org.sealpost.mailbox;

import java.util.Optional;
import org.sealpost.crypto.Passphrase;

/**
 * What a user enters at a password prompt. The caller closes the password.
 *
 * @param password of the security file
 * @param securityFile an .epf given with the request; the roaming copy is taken when empty
 */
@SuppressWarnings("ArrayEquals") // never compared
public record PasswordEntry(Passphrase password, Optional<byte[]> securityFile) {
    /** With the roaming copy of the security file. */
    public PasswordEntry(Passphrase password) {
        this(password, Optional.empty());
    }
}
