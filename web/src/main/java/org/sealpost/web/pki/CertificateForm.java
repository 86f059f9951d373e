package org.sealpost.web.pki;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.est.CertsOnly;
import org.sealpost.pki.Certificates;

/** How a certificate is given to whoever asks for it, chosen by the header Accept (RFC 9110 section 12.5.1). */
enum CertificateForm {
    /** Text; also for whoever has no preference. */
    PEM("application/x-pem-file", "certificate.pem", Set.of("application/pem-certificate-chain")) {
        @Override
        byte[] write(X509Certificate certificate, X509Certificate authority) {
            return Certificates.pem(certificate).getBytes(StandardCharsets.US_ASCII);
        }
    },
    /** One certificate, binary (RFC 2585). */
    DER("application/pkix-cert", "certificate.cer", Set.of("application/x-x509-user-cert")) {
        @Override
        byte[] write(X509Certificate certificate, X509Certificate authority) {
            return Certificates.der(certificate);
        }
    },
    /** With the authority's certificate, as S/MIME certificate files are (RFC 8551 section 3.2.2). */
    PKCS7(
            CertsOnly.MEDIA_TYPE,
            "certificate.p7c",
            Set.of("application/pkcs7-mime", "application/x-pkcs7-certificates")) {
        @Override
        byte[] write(X509Certificate certificate, X509Certificate authority) {
            return CertsOnly.der(List.of(certificate, authority));
        }
    };

    private static final int LONGEST_HEADER = 1024;

    private final String mediaType;
    private final String file;
    private final Set<String> others;

    CertificateForm(String mediaType, String file, Set<String> others) {
        this.mediaType = mediaType;
        this.file = file;
        this.others = others;
    }

    abstract byte[] write(X509Certificate certificate, X509Certificate authority);

    String mediaType() {
        return mediaType;
    }

    /** Name that is proposed to whoever saves it. */
    String file() {
        return file;
    }

    /** The form that is liked best, in doubt the first; empty when the caller takes none of them. */
    static Optional<CertificateForm> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.of(PEM);
        }
        if (header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        List<MediaRange> ranges =
                Stream.of(header.split(",")).map(MediaRange::parse).toList();
        return Stream.of(values())
                .filter(form -> form.quality(ranges) > 0)
                .reduce(BinaryOperator.maxBy(
                        (one, other) -> Double.compare(one.quality(ranges), other.quality(ranges))));
    }

    /** By the closest range that fits. */
    private double quality(List<MediaRange> ranges) {
        return ranges.stream()
                .filter(range -> range.closeness(this::named) > 0)
                .reduce(BinaryOperator.maxBy(
                        (one, other) -> Integer.compare(one.closeness(this::named), other.closeness(this::named))))
                .map(MediaRange::quality)
                .orElse(0.0);
    }

    private boolean named(String type) {
        return type.equals(mediaType.split(";", 2)[0]) || others.contains(type);
    }
}
