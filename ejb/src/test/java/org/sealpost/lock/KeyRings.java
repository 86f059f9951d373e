package org.sealpost.lock;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.ocsp.Responder;
import org.sealpost.pki.CertificateAuthority;

/** A Key Manager's keys in memory, for tests of other packages, which cannot unlock it themselves. */
public final class KeyRings {
    private static final int KEY = 32;

    private final SecureRandom random = new SecureRandom();
    private final KeyRing ring = new KeyRing();
    private final CertificateAuthority authority;
    private final Hpke.Pair spool;

    /** Locked, as after a start. */
    public KeyRings(CertificateAuthority authority, Clock clock) {
        this.authority = authority;
        ring.hpke = new Hpke(Providers.best(), random);
        ring.clock = clock;
        spool = ring.hpke.keyPair();
        try (Hpke.Pair escrow = ring.hpke.keyPair()) {
            ring.locked(new PublicKeys("Corp", authority.certificate(), escrow.publicKey(), spool.publicKey()));
        }
    }

    /** What use cases see. */
    public KeyRing ring() {
        return ring;
    }

    /** The start-up password was given. */
    public void unlock() {
        ring.running(
                new RunningKeys(
                        authority,
                        new Responder(Providers.best()),
                        Optional.of(SecretBytes.random(KEY, random)),
                        SecretBytes.random(KEY, random),
                        SecretBytes.random(KEY, random)),
                SecretBytes.taking(spool.privateKey().expose().clone()));
    }

    /** The server was started anew. Wipes the authority's key too. */
    public void lock() {
        ring.close();
    }

    /** An administrator has stopped it. Wipes the authority's key too. */
    public void stop() {
        ring.stopped();
    }
}
