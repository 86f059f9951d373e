package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.cert.X509Extension;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.container.Https;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.server.Command;

/** What a stranger's mail program finds at the addresses that an issued certificate names, and what programs may read. */
@ExtendWith(SharedServer.Giver.class)
class PublishedIT {
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final String FRESHEST_CRL = "2.5.29.46";
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final Pattern ADDRESS = Pattern.compile("http://[!-~]+?\\.(?:crl|cer)");

    private final HttpClient stranger = HttpClient.newHttpClient();

    @Test
    void wherePartnersAreNotWantedThereIsNothingForThem(SharedServer shared) throws Exception {
        Https https = new Https(shared.server().url(), shared.server().certificate());
        for (String path : List.of("/acme/directory", "/acme/new-nonce")) {
            assertThat(https.send(https.begin(path).build()).statusCode()).isEqualTo(404);
        }
        HttpRequest post = https.begin("/acme/new-account")
                .header("Content-Type", "application/jose+json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(https.send(post).statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressesInACertificateLeadToItsAuthorityAndItsRevocationList(SharedServer shared) throws Exception {
        for (X509Certificate certificate : certificates(shared)) {
            X509Certificate authority = (X509Certificate) factory()
                    .generateCertificate(fetch(certificate, AUTHORITY_INFORMATION_ACCESS, "application/pkix-cert"));
            certificate.verify(authority.getPublicKey());
            assertThat(certificate.getIssuerX500Principal()).isEqualTo(authority.getSubjectX500Principal());
            authority.verify(authority.getPublicKey());

            X509CRL list = (X509CRL)
                    factory().generateCRL(fetch(certificate, CRL_DISTRIBUTION_POINTS, "application/pkix-crl"));
            list.verify(authority.getPublicKey());
            assertThat(list.getIssuerX500Principal()).isEqualTo(authority.getSubjectX500Principal());
            assertThat(list.getNextUpdate()).isAfter(Date.from(Instant.now()));
            assertThat(list.isRevoked(certificate)).isFalse();
        }
    }

    @Test
    void theDeltaListIsSignedByTheSameAuthority(SharedServer shared) throws Exception {
        X509Certificate certificate = certificates(shared).get(0);
        X509Certificate authority = (X509Certificate) factory()
                .generateCertificate(fetch(certificate, AUTHORITY_INFORMATION_ACCESS, "application/pkix-cert"));
        X509CRL complete =
                (X509CRL) factory().generateCRL(fetch(certificate, CRL_DISTRIBUTION_POINTS, "application/pkix-crl"));
        X509CRL delta = (X509CRL) factory().generateCRL(fetch(complete, FRESHEST_CRL, "application/pkix-crl"));
        delta.verify(authority.getPublicKey());
    }

    @Test
    void programsFindTheDescriptionOfTheInterfaceAndNumbersForGraphs(SharedServer shared) throws Exception {
        Command description = Command.run(
                Map.of(),
                List.of(
                        "curl",
                        "-sSf",
                        "--cacert",
                        shared.server().certificate().toString(),
                        shared.server().url() + "/openapi"));
        assertThat(description.status()).as(description.output()).isZero();
        assertThat(description.output()).contains("openapi: 3.").contains("/api/v1/mailboxes");
        HttpResponse<String> numbers = stranger.send(
                HttpRequest.newBuilder(shared.server().management("/metrics")).build(), BodyHandlers.ofString());
        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.body()).contains("undertow").containsIgnoringCase("heap");
    }

    private ByteArrayInputStream fetch(X509Extension certified, String extension, String type)
            throws IOException, InterruptedException {
        String address = ADDRESS.matcher(
                        new String(certified.getExtensionValue(extension), StandardCharsets.ISO_8859_1))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        HttpResponse<byte[]> answer =
                stranger.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        return new ByteArrayInputStream(answer.body());
    }

    private static List<X509Certificate> certificates(SharedServer shared) {
        try (Passphrase password = Passphrase.copyOf(Setting.ALICES);
                SecurityFile file = new SecurityFileStore(Providers.best(), new SecureRandom())
                        .open(Files.readAllBytes(shared.alicesFile()), password)) {
            return Stream.of(file.signing(), file.currentEncryption())
                    .map(owned -> owned.certificate())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
