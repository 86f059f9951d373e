package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.lookup.FoundCertificate;
import org.sealpost.lookup.LookupService;
import org.sealpost.pki.Certificates;
import org.sealpost.protocol.Unavailable;

class CertificateServletTest {
    private static final Path GOLDEN = Path.of("..", "core", "src", "test", "resources", "smime", "golden");
    private static final X509Certificate BOB = golden("rsa.pem");
    private static final X509Certificate AUTHORITY = golden("authority.pem");

    private final CertificateServlet servlet = new CertificateServlet();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean open = true;
    private int status = 200;

    @BeforeEach
    void serve() {
        servlet.rate = new CallerRate();
        servlet.rate.clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        servlet.lookup = new LookupService() {
            @Override
            public boolean open() {
                return open;
            }

            @Override
            public Optional<FoundCertificate> encryption(String address) {
                if (address.startsWith("down")) {
                    throw new Down();
                }
                return Optional.of(new FoundCertificate("bob@corp.example", BOB, AUTHORITY))
                        .filter(any -> address.equals("bob@corp.example"));
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        ",application/x-pem-file,certificate.pem",
        "application/pkix-cert,application/pkix-cert,certificate.cer",
        "application/pkcs7-mime,application/pkcs7-mime; smime-type=certs-only,certificate.p7c"
    })
    void theCertificateComesInTheFormThatIsAskedFor(String accept, String type, String name) throws Exception {
        ask(accept, "bob@corp.example");
        assertThat(status).isEqualTo(200);
        assertThat(headers)
                .containsEntry("Content-Type", type)
                .containsEntry("Content-Disposition", "inline; filename=\"" + name + "\"")
                .containsEntry("Vary", "Accept")
                .containsEntry("Cache-Control", "public, max-age=0");
        assertThat(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificates(new ByteArrayInputStream(body.toByteArray()))
                                .stream()
                                .map(one -> ((X509Certificate) one).getSerialNumber()))
                .contains(BOB.getSerialNumber());
    }

    @Test
    void certificatesOfBothComeTogetherInAMessage() throws Exception {
        ask("application/pkcs7-mime", "bob@corp.example");
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(body.toByteArray())))
                .hasSize(2);
    }

    @Test
    void aVisitingCardNamesNobodyButTheAddress() throws Exception {
        ask("text/vcard", "bob@corp.example");
        assertThat(headers)
                .containsEntry("Content-Type", "text/vcard;charset=UTF-8")
                .containsEntry("Content-Disposition", "inline; filename=\"certificate.vcf\"");
        assertThat(body.toString(StandardCharsets.UTF_8))
                .startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:bob@corp.example\r\nEMAIL:bob@corp.example\r\nKEY:")
                .doesNotContain("\r\nN:");
    }

    @Test
    void anAddressThatIsNotKnownIsToldWithoutWords() throws Exception {
        ask(null, "nobody@corp.example");
        assertThat(status).isEqualTo(404);
        assertThat(headers).containsEntry("Cache-Control", "no-store");
        assertThat(body.size()).isZero();
    }

    @Test
    void anOrganisationThatAnswersNobodyHasNoSuchPage() throws Exception {
        open = false;
        ask(null, "bob@corp.example");
        assertThat(status).isEqualTo(404);
    }

    @Test
    void exactlyOneAddressIsAskedFor() throws Exception {
        ask(null);
        assertThat(status).isEqualTo(400);
        ask(null, "bob@corp.example", "alice@corp.example");
        assertThat(status).isEqualTo(400);
        ask(null, "b".repeat(321));
        assertThat(status).isEqualTo(400);
    }

    @Test
    void aFormThatNobodyWritesIsNotAcceptable() throws Exception {
        ask("text/html", "bob@corp.example");
        assertThat(status).isEqualTo(406);
    }

    @Test
    void aDirectoryThatIsDownIsAskedAgainLater() throws Exception {
        ask(null, "down@corp.example");
        assertThat(status).isEqualTo(503);
    }

    @Test
    void whoeverAsksTooOftenIsToldWhenToComeAgain() throws Exception {
        for (int i = 0; i < CallerRate.BURST; i++) {
            ask(null, "nobody@corp.example");
        }
        assertThat(status).isEqualTo(404);
        ask(null, "bob@corp.example");
        assertThat(status).isEqualTo(429);
        assertThat(headers).containsEntry("Retry-After", "1");
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("http-429").doesNotContain("CERTIFICATE");
    }

    private void ask(@Nullable String accept, String... addresses) throws IOException {
        HttpServletRequest request =
                stand(HttpServletRequest.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getParameterValues" -> addresses.length == 0 ? null : addresses;
                    case "getHeader" -> arguments[0].equals("Accept") ? accept : null;
                    case "getDateHeader" -> -1L;
                    default -> "192.0.2.1";
                });
        HttpServletResponse response = stand(HttpServletResponse.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setStatus" -> status = (Integer) arguments[0];
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                default -> {}
            }
            return method.getName().equals("getOutputStream") ? stream() : null;
        });
        servlet.doGet(request, response);
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                body.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static X509Certificate golden(String file) {
        try {
            return Certificates.parse(Files.readAllBytes(GOLDEN.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T stand(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(CertificateServletTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static final class Down extends Unavailable {
        private static final long serialVersionUID = 1;

        Down() {
            super("down");
        }
    }
}
