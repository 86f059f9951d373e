package org.sealpost.epf;

import java.security.SecureRandom;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;

/**
 * Seals and opens security files: PKCS #12 (RFC 7292) with PBES2, AES-256-CBC and PBKDF2-HMAC-SHA-256 of at least
 * 600 000 rounds for the keys and HMAC-SHA-256 over the whole. OpenSSL, NSS and the JDK open it, mail programs import
 * it.
 */
public final class SecurityFileStore {
    /** The largest file that is opened, in bytes. */
    public static final int LARGEST = 1024 * 1024;

    public SecurityFileStore(Providers providers, SecureRandom random) {}

    /** Seals; takes about half a second, on purpose. */
    public byte[] seal(SecurityFile file, Passphrase password) {
        return org.sealpost.crypto.Soon.soon();
    }

    /**
     * Opens.
     *
     * @return the file, to be closed by the caller
     * @throws WrongPassword when the password does not fit
     * @throws DamagedSecurityFile when it is not a security file, was altered, or breaks a bound
     */
    public SecurityFile open(byte[] epf, Passphrase password) {
        return org.sealpost.crypto.Soon.soon();
    }

    /**
     * Seals under a new password; the old one must open the file.
     *
     * @throws WrongPassword when the old password does not fit
     * @throws DamagedSecurityFile as {@link #open}
     */
    public byte[] changePassword(byte[] epf, Passphrase old, Passphrase replacement) {
        try (SecurityFile file = open(epf, old)) {
            return seal(file, replacement);
        }
    }
}
