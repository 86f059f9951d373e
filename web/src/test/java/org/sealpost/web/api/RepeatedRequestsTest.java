package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.BadRequestKey;
import org.sealpost.crypto.RequestKey;
import org.sealpost.repeat.FirstAnswer;
import org.sealpost.repeat.RepeatService;

/** What the filter does with a new request and its answer; what is sent again, a whole server answers in its test. */
class RepeatedRequestsTest {
    private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";

    private final List<String> steps = new ArrayList<>();
    private final Map<String, Object> properties = new HashMap<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final RepeatedRequests filter = new RepeatedRequests();
    private @Nullable String header = KEY;
    private InputStream body = new ByteArrayInputStream("{}".getBytes(StandardCharsets.US_ASCII));
    private OutputStream out = sent;

    RepeatedRequestsTest() {
        filter.repeats = new Remembering();
    }

    @Test
    void withoutAKeyNothingIsKept() throws IOException {
        header = null;
        ask();
        answer(200, "token");
        assertThat(steps).isEmpty();
        assertThat(sent.toString(StandardCharsets.US_ASCII)).isEqualTo("token");
    }

    @Test
    void theFirstAnswerIsKeptAsItGoesOutAndTheBodyIsStillThereToRead() throws IOException {
        ask();
        assertThat(body.readAllBytes()).hasSize(2);
        answer(200, "token");
        assertThat(steps).containsExactly("begin alice", "answered 200 application/json token");
        assertThat(sent.toString(StandardCharsets.US_ASCII)).isEqualTo("token");
    }

    @Test
    void anAnswerWithoutABodyIsKeptToo() throws IOException {
        ask();
        answer(204, null);
        assertThat(steps).containsExactly("begin alice", "answered 204  ");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "400, http-400, refused",
        "403, step-up-needed, refused",
        "409, wrong-mailbox-state, refused",
        "422, invalid, refused",
        "503, key-manager-not-set-up, refused",
        "503, database-lost, lost",
        "503, database-full, lost",
        "500, unforeseen, lost"
    })
    void aRefusalMayBeAskedAgainUnlessNobodyKnowsWhatItLeftBehind(int status, String code, String step)
            throws IOException {
        ask();
        answer(status, new Problem("", "", status, "", code));
        assertThat(steps).containsExactly("begin alice", step);
    }

    @Test
    void whatIsNoKeyIsRefusedBeforeAnythingIsDone() {
        header = "1";
        assertThatThrownBy(this::ask).isInstanceOf(BadRequestKey.class);
        assertThat(steps).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MailboxesResource, token",
        "MailboxesResource, revoke",
        "EnrolmentsResource, enrol",
        "RenewalsResource, prepare",
        "RecoveryResource, recover",
        "RecoveryResource, release",
        "PermissionsResource, ask",
        "BulkRunsResource, plan",
        "BulkRunsResource, planFile",
        "BulkRunsResource, start",
        "BackupsResource, make",
        "AuthoritiesResource, trust",
        "MessagesResource, send"
    })
    void whatCreatesSomethingOrHandsOutATokenIsDoneOnce(String resource, String name) throws Exception {
        Class<?> type = Class.forName("org.sealpost.web.api." + resource);
        assertThat(Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(name)))
                .isNotEmpty()
                .allMatch(method -> method.isAnnotationPresent(OnlyOnce.class));
    }

    private void ask() throws IOException {
        filter.filter(request());
    }

    private void answer(int status, @Nullable Object entity) throws IOException {
        filter.filter(request(), stand(ContainerResponseContext.class, (method, arguments) -> switch (method) {
            case "getStatus" -> status;
            case "hasEntity" -> entity != null;
            case "getEntity" -> entity;
            default -> throw new AssertionError(method);
        }));
        if (entity instanceof String text) {
            filter.aroundWriteTo(
                    stand(WriterInterceptorContext.class, (method, arguments) -> written(method, arguments, text)));
        }
    }

    private @Nullable Object written(String method, Object[] arguments, String text) {
        switch (method) {
            case "getProperty" -> {
                return properties.get(arguments[0]);
            }
            case "getMediaType" -> {
                return MediaType.APPLICATION_JSON_TYPE;
            }
            case "getOutputStream" -> {
                return out;
            }
            case "setOutputStream" -> out = (OutputStream) arguments[0];
            case "proceed" -> {
                try {
                    out.write(octets(text));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            default -> throw new AssertionError(method);
        }
        return null;
    }

    private ContainerRequestContext request() {
        Principal alice = () -> "alice";
        return stand(ContainerRequestContext.class, (method, arguments) -> switch (method) {
            case "getHeaderString" -> header;
            case "getSecurityContext" -> stand(SecurityContext.class, (name, none) -> alice);
            case "getEntityStream" -> body;
            case "setEntityStream" -> body = (InputStream) arguments[0];
            case "getUriInfo" -> stand(UriInfo.class, (name, none) -> URI.create("https://here.example/api/v1/x"));
            case "getMethod" -> "POST";
            case "getMediaType" -> null;
            case "getProperty" -> properties.get(arguments[0]);
            case "setProperty" -> properties.put((String) arguments[0], arguments[1]);
            case "removeProperty" -> properties.remove(arguments[0]);
            default -> throw new AssertionError(method);
        });
    }

    private static <T> T stand(Class<T> type, BiFunction<String, Object[], @Nullable Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.apply(method.getName(), arguments);
                    return isVoid(method) ? null : answer;
                }));
    }

    private static boolean isVoid(Method method) {
        return method.getReturnType() == void.class;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Remembering extends RepeatService {
        @Override
        public Optional<FirstAnswer> begin(RequestKey key, byte[] request) {
            steps.add("begin alice");
            return Optional.empty();
        }

        @Override
        public void answered(RequestKey key, FirstAnswer answer) {
            steps.add("answered " + answer.status() + " " + answer.mediaType() + " "
                    + new String(answer.body(), StandardCharsets.US_ASCII));
        }

        @Override
        public void refused(RequestKey key) {
            steps.add("refused");
        }

        @Override
        public void lost(RequestKey key) {
            steps.add("lost");
        }
    }
}
