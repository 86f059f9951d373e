package org.sealpost.architecture.probe.settings;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.sealpost.architecture.probe.crypto.CoreThatLooksUp;

/** A service open to everybody that reads the clock, keeps a key, ciphers, queries and asks nobody for a password. */
@Stateless
public class OpenService {
    @Nullable
    SecretKey kept;

    @Nullable
    CoreThatLooksUp below;

    @Nullable
    Cipher cipher;

    @Nullable
    EntityManager database;

    public Instant open() {
        return permitted() ? Instant.now() : Instant.EPOCH;
    }

    private static boolean permitted() {
        return Approvals.permit();
    }
}
