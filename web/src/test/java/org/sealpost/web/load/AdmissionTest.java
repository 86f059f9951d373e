package org.sealpost.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sealpost.settings.RequestConfiguration;

class AdmissionTest {
    private static final FilterChain SERVED = (request, response) -> ((HttpServletResponse) response).setStatus(200);

    private final Admission admission = new Admission();
    private @Nullable String language;

    AdmissionTest() {
        configure(2, 8);
    }

    @Test
    void aLoginThatAsksTooOftenIsToldSoAndWhenToComeAgain() throws Exception {
        assertThat(ask("/api/v1", "alice").status()).isEqualTo(200);
        assertThat(ask("/api/v1", "alice").status()).isEqualTo(200);
        Answer refused = ask("/api/v1", "alice");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers())
                .containsEntry("Retry-After", "8")
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Cache-Control", "no-store");
        assertThat(refused.body())
                .contains("\"code\":\"http-429\"", "\"status\":429", "urn:sealpost:problem:http-429", "too often");
        assertThat(ask("/api/v1", "bob").status()).isEqualTo(200);
    }

    @Test
    void whoHasNoLoginIsToldApartByItsAddress() throws Exception {
        ask("/api/v1", null);
        ask("/api/v1", null);
        assertThat(ask("/api/v1", null).status()).isEqualTo(429);
        assertThat(ask("/api/v1", "192.0.2.1").status()).isEqualTo(200);
    }

    @Test
    void standardProtocolsHaveARateOfTheirOwn() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(ask("/.well-known/cmp", null).status()).isEqualTo(200);
        }
    }

    @Test
    void whenEveryPlaceIsTakenProgramsAreTurnedAway() throws Exception {
        admission.places.enter("#carol");
        admission.places.enter("#carol");
        for (String path : new String[] {"/api/v1", "/.well-known/cmp", "/.well-known/est"}) {
            Answer refused = ask(path, "dave");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers()).containsEntry("Retry-After", "2");
            assertThat(refused.body()).contains("\"code\":\"http-503\"", "too much to do");
        }
        admission.places.leave("#carol");
        assertThat(ask("/.well-known/cmp", "dave").status()).isEqualTo(200);
    }

    @Test
    void oneCallersExcessIsThatCallersAlone() throws Exception {
        configure(1, 0);
        admission.places.enter("#carol");
        Answer refused = ask("/api/v1", "carol");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "1");
    }

    @Test
    void thePlaceIsGivenBackWhateverHappens() {
        configure(1, 0);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> through(
                            "/api/v1",
                            "alice",
                            (request, response) -> {
                                throw new ServletException("broken");
                            },
                            new TreeMap<>(),
                            new ByteArrayOutputStream()))
                    .isInstanceOf(ServletException.class);
        }
    }

    @Test
    void theRefusalIsInTheCallersLanguage() throws Exception {
        language = "de";
        ask("/api/v1", "alice");
        ask("/api/v1", "alice");
        assertThat(ask("/api/v1", "alice").body()).contains("zu oft");
    }

    private void configure(int atOnce, int perMinute) {
        RequestConfiguration configuration = new RequestConfiguration(atOnce, perMinute);
        admission.places = new Places();
        admission.places.configuration = configuration;
        admission.places.patience = Duration.ZERO;
        admission.places.start();
        admission.rate = new LoginRate();
        admission.rate.configuration = configuration;
        admission.rate.clock = new StandingClock();
        admission.rate.start();
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    private Answer ask(String path, @Nullable String login) throws Exception {
        Map<String, String> headers = new TreeMap<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        through(path, login, SERVED, headers, body);
        return new Answer(Integer.parseInt(headers.remove("status")), headers, body.toString(StandardCharsets.UTF_8));
    }

    private void through(
            String path,
            @Nullable String login,
            FilterChain chain,
            Map<String, String> headers,
            ByteArrayOutputStream body)
            throws Exception {
        admission.doFilter(
                stand(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServletPath" -> path;
                    case "getRemoteUser" -> login;
                    case "getRemoteAddr" -> "192.0.2.1";
                    case "getHeader" -> language;
                    case "getLocale" -> Locale.GERMAN;
                    default -> throw new AssertionError(method + " was called: it may read the body");
                }),
                stand(HttpServletResponse.class, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setStatus" -> headers.put("status", String.valueOf(arguments[0]));
                        case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                        case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                        case "containsHeader" -> {
                            return headers.containsKey((String) arguments[0]);
                        }
                        case "getOutputStream" -> {
                            return into(body);
                        }
                        default -> {}
                    }
                    return null;
                }),
                chain);
    }

    private static <T> T stand(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static ServletOutputStream into(ByteArrayOutputStream body) {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int octet) {
                body.write(octet);
            }
        };
    }
}
