package org.sealpost.client.seal;

import java.net.URI;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.KnownAuthorities;
import org.sealpost.client.server.PublishedFiles;
import org.sealpost.epf.SecurityFile;
import org.sealpost.pki.CertificateFacts;
import org.sealpost.pki.PathCheck;

/**
 * By what certificates are judged: one's own organisation's authorities, as the security file brings them, those given
 * with {@code --trust}, and the newest revocation lists. Lists are fetched for one's own organisation only: an address
 * in a stranger's certificate would tell the stranger who opens what and when.
 */
public final class Trust {
    /** Where a Key Manager publishes its list. */
    private static final String PUBLISHED = "/pki/sealpost.crl";

    private final Surroundings here;
    private final TrustOptions options;
    private final ConnectionOptions connection;

    public Trust(Surroundings here, TrustOptions options, ConnectionOptions connection) {
        this.here = here;
        this.options = options;
        this.connection = connection;
    }

    /** With the authorities of an opened security file; they are remembered for messages that need no password. */
    public PathCheck of(SecurityFile file) {
        KnownAuthorities own = new KnownAuthorities(
                file.authorities(),
                CertificateFacts.revocationLists(file.signing().certificate()));
        own.remember(here.home());
        return check(own);
    }

    /** With the authorities that are remembered. */
    public PathCheck remembered() {
        return check(KnownAuthorities.load(here.home()));
    }

    private PathCheck check(KnownAuthorities own) {
        List<X509Certificate> anchors = Stream.concat(own.certificates().stream(), options.authorities().stream())
                .distinct()
                .toList();
        List<X509CRL> lists = new ArrayList<>(options.lists());
        if (!own.certificates().isEmpty()) {
            RevocationLists newest = new RevocationLists(here, network());
            List<URI> places = Stream.concat(
                            connection.address(here).map(it -> it.resolve(PUBLISHED)).stream(), own.lists().stream())
                    .toList();
            own.certificates()
                    .forEach(authority -> newest.newest(authority, places).ifPresent(lists::add));
        }
        return new PathCheck(here.providers(), anchors, lists);
    }

    private Optional<PublishedFiles> network() {
        return options.offline() ? Optional.empty() : Optional.of(new PublishedFiles(connection.trust(here)));
    }
}
