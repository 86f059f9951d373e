package org.sealpost.bench;

import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.RevocationReason;

/** Builds and signs a revocation list of 100 000 entries, the longest form of entry, and holds it against its aim. */
public final class ListBuilding {
    private static final int ENTRIES = 100_000;
    private static final long AIM_MILLIS = 2_000;
    private static final int ROUNDS = 9;

    private ListBuilding() {}

    /** Ends with status 1 when the slowest round misses the aim. */
    public static void main(String[] arguments) {
        long slowest = 0;
        try (CertificateAuthority authority = authority()) {
            for (int round = 1; round <= ROUNDS; round++) {
                long begun = System.nanoTime();
                int octets = authority.signCrl(list()).length;
                long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                slowest = Math.max(slowest, took);
                System.out.printf("list of %d, round %d: %4d ms, %d octets%n", ENTRIES, round, took, octets);
            }
        }
        System.out.printf("slowest %d ms, aim %d ms%n", slowest, AIM_MILLIS);
        if (slowest > AIM_MILLIS) {
            System.exit(1);
        }
    }

    private static RevocationList list() {
        Instant now = Instant.now();
        RevocationList list = new RevocationList(BigInteger.TWO, now, now.plus(RevocationList.LONGEST));
        BigInteger first = BigInteger.ONE.shiftLeft(125);
        for (int i = 0; i < ENTRIES; i++) {
            list.add(new RevocationList.Entry(
                    first.add(BigInteger.valueOf(i)), now, RevocationReason.KEY_COMPROMISE, Optional.of(now)));
        }
        return list;
    }

    private static CertificateAuthority authority() {
        SecureRandom random = new SecureRandom();
        Providers providers = Providers.best();
        URI anywhere = URI.create("http://localhost/pki");
        return new CertificateAuthority(
                providers,
                CertificateAuthority.createRoot(
                        providers,
                        new KeyPairs(providers, random),
                        new CertificateAuthority.RootOrder(
                                "Bench", KeyType.EC_P256, CertificateOrder.newSerial(random), Instant.now())),
                new CertificateAuthority.Addresses(anywhere, anywhere, anywhere, anywhere));
    }
}
