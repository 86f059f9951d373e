package org.sealpost.client.home;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.pki.Certificates;

/** Certificates in a file, one after the other. */
public final class PemCertificates {
    private static final int MOST = 1000;
    private static final Pattern ONE =
            Pattern.compile("-----BEGIN CERTIFICATE-----\\s[A-Za-z0-9+/=\\s]{1,100000}-----END CERTIFICATE-----");

    private PemCertificates() {}

    /**
     * Reads all certificates of a PEM file, or the one of a DER file.
     *
     * @throws BadEncoding when there is none, or one is broken
     */
    public static List<X509Certificate> read(byte[] content) {
        List<X509Certificate> found = ONE.matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .limit(MOST)
                .map(match -> Certificates.parse(match.group().getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
        return found.isEmpty() ? List.of(Certificates.parse(content)) : found;
    }

    /** Writes them one after the other. */
    public static String write(Collection<X509Certificate> certificates) {
        return certificates.stream().map(Certificates::pem).collect(Collectors.joining());
    }
}
