package org.sealpost.client.seal;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.server.PublishedFiles;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.pki.Certificates;

/**
 * The newest revocation list of an authority that can be had. Each one fetched is kept, so that there is one without a
 * network too; what is kept is signed by the authority and is checked again whenever it is used. An older list never
 * takes the place of a newer one.
 */
final class RevocationLists {
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int NAME_LENGTH = 32;

    private final Surroundings here;
    private final Optional<PublishedFiles> network;

    /** @param network where to fetch from; empty when nothing is to be fetched */
    RevocationLists(Surroundings here, Optional<PublishedFiles> network) {
        this.here = here;
        this.network = network;
    }

    /**
     * The list; empty when there is none.
     *
     * @param places where the authority publishes it, the best first
     */
    Optional<X509CRL> newest(X509Certificate authority, List<URI> places) {
        String name = "crl/" + Certificates.fingerprint(authority).substring(0, NAME_LENGTH) + ".crl";
        Optional<X509CRL> kept = here.home().read(name).flatMap(content -> parsed(content, authority));
        Optional<X509CRL> fetched = network.flatMap(files -> places.stream()
                .flatMap(place -> files.fetch(place, LARGEST).stream())
                .flatMap(content -> parsed(content, authority).stream())
                .findFirst());
        Optional<X509CRL> newest =
                Stream.concat(fetched.stream(), kept.stream()).max(Comparator.comparing(X509CRL::getThisUpdate));
        newest.filter(list -> kept.filter(list::equals).isEmpty())
                .ifPresent(list -> here.home().write(name, Certificates.der(list)));
        if (fetched.isEmpty()) {
            newest.ifPresentOrElse(this::tellAge, () -> here.say("crl.none"));
        }
        return newest;
    }

    private void tellAge(X509CRL list) {
        Instant made = list.getThisUpdate().toInstant();
        Duration age = Duration.between(made, here.clock().instant());
        here.say("crl.age", made, here.texts().age(age.isNegative() ? Duration.ZERO : age));
    }

    private static Optional<X509CRL> parsed(byte[] content, X509Certificate authority) {
        try {
            X509CRL list = Certificates.parseCrl(content);
            list.verify(authority.getPublicKey());
            return Optional.of(list);
        } catch (BadEncoding | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
