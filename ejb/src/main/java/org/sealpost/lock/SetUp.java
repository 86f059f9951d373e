package org.sealpost.lock;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.sealpost.crypto.Passphrase;
import org.sealpost.pki.KeyType;

/**
 * What a set-up is told. Closing it wipes the password.
 *
 * @param organisation name in the certificates, any text
 * @param authorityKey key type of the certificate authority
 * @param shares how many recovery shares there are to be and for whom
 * @param password start-up password, at least {@value #SHORTEST_PASSWORD} characters
 */
public record SetUp(
        @NotBlank @Size(max = 200) String organisation,
        @NotNull KeyType authorityKey,
        @NotNull @Valid ShareOrder shares,
        @NotNull Passphrase password)
        implements AutoCloseable {
    /** Least length of a start-up password. */
    public static final int SHORTEST_PASSWORD = 12;

    @Override
    public void close() {
        password.close();
    }
}
