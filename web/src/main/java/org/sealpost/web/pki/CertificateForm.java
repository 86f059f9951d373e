package org.sealpost.web.pki;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.est.CertsOnly;
import org.sealpost.lookup.FoundCertificate;
import org.sealpost.pki.Certificates;

/** How a certificate is given to whoever asks for it, chosen by the header Accept (RFC 9110 section 12.5.1). */
enum CertificateForm {
    /** Text; also for whoever has no preference. */
    PEM("application/x-pem-file", "certificate.pem", Set.of("application/pem-certificate-chain")) {
        @Override
        byte[] write(FoundCertificate found) {
            return Certificates.pem(found.certificate()).getBytes(StandardCharsets.US_ASCII);
        }
    },
    /** One certificate, binary (RFC 2585). */
    DER("application/pkix-cert", "certificate.cer", Set.of("application/x-x509-user-cert")) {
        @Override
        byte[] write(FoundCertificate found) {
            return Certificates.der(found.certificate());
        }
    },
    /** With the authority's certificate, as S/MIME certificate files are (RFC 8551 section 3.2.2). */
    PKCS7(
            CertsOnly.MEDIA_TYPE,
            "certificate.p7c",
            Set.of("application/pkcs7-mime", "application/x-pkcs7-certificates")) {
        @Override
        byte[] write(FoundCertificate found) {
            return CertsOnly.der(List.of(found.certificate(), found.authority()));
        }
    },
    /** For address books, vCard 4.0 (RFC 6350). */
    VCARD("text/vcard;charset=UTF-8", "certificate.vcf", Set.of("text/x-vcard", "text/directory")) {
        @Override
        byte[] write(FoundCertificate found) {
            return found.card();
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

    abstract byte[] write(FoundCertificate found);

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
        Set<String> names = names();
        return ranges.stream()
                .filter(range -> range.closeness(names) > 0)
                .reduce(BinaryOperator.maxBy(
                        (one, other) -> Integer.compare(one.closeness(names), other.closeness(names))))
                .map(MediaRange::quality)
                .orElse(0.0);
    }

    /** Every name of its type, without parameters. */
    private Set<String> names() {
        return Stream.concat(Stream.of(mediaType.split(";", 2)[0]), others.stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
