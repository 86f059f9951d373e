package org.sealpost.client.home;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The authorities of one's own organisation as the security file brought them, so that signed mail can be checked
 * without a password.
 *
 * @param certificates of the authorities
 * @param lists where they publish revocation lists
 */
public record KnownAuthorities(List<X509Certificate> certificates, List<URI> lists) {
    private static final String CERTIFICATES = "authorities.pem";
    private static final String LISTS = "revocation-lists.txt";

    public KnownAuthorities {
        certificates = List.copyOf(certificates);
        lists = List.copyOf(lists);
    }

    /** What was remembered; nothing when nothing was. */
    public static KnownAuthorities load(ClientHome home) {
        return new KnownAuthorities(
                home.read(CERTIFICATES).map(PemCertificates::read).orElse(List.of()),
                home.read(LISTS)
                        .map(content -> new String(content, StandardCharsets.UTF_8)
                                .lines()
                                .map(URI::create)
                                .toList())
                        .orElse(List.of()));
    }

    /** Remembers these beside those that are known already. */
    public void remember(ClientHome home) {
        KnownAuthorities before = load(home);
        Set<X509Certificate> authorities = joined(before.certificates, certificates);
        Set<URI> places = joined(before.lists, lists);
        if (authorities.size() > before.certificates.size()) {
            home.write(CERTIFICATES, PemCertificates.write(authorities).getBytes(StandardCharsets.US_ASCII));
        }
        if (places.size() > before.lists.size()) {
            String lines = String.join("\n", places.stream().map(URI::toString).toList()) + "\n";
            home.write(LISTS, lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static <T> Set<T> joined(Collection<T> one, Collection<T> other) {
        Set<T> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }
}
