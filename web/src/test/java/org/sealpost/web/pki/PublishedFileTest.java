package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PublishedFileTest {

    private static final Instant SIGNED = Instant.parse("2026-11-24T10:00:00.500Z");

    private final PublishedFile list =
            new PublishedFile("application/pkix-crl", "sealpost.crl", new byte[] {1, 2, 3}, "7", SIGNED);
    private final Map<String, Object> answered = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    void theFileComesWholeWithWhatCachesNeed() throws Exception {
        list.answer(asking(null, -1), answering(), Duration.ofHours(2));
        assertThat(body.toByteArray()).containsExactly(1, 2, 3);
        assertThat(answered)
                .containsEntry("ETag", "\"7\"")
                .containsEntry("Cache-Control", "public, max-age=7200")
                .containsEntry("setContentType", "application/pkix-crl")
                .containsEntry("setContentLength", 3);
    }

    @Test
    void whoeverHasItIsToldSoWithoutSendingItAgain() throws Exception {
        list.answer(asking("\"6\", \"7\"", -1), answering(), Duration.ofHours(2));
        assertThat(answered).containsEntry("setStatus", 304).containsEntry("ETag", "\"7\"");
        assertThat(body.size()).isZero();
    }

    @Test
    void anOlderTagGetsTheNewFileWhateverTheDateSays() throws Exception {
        list.answer(asking("\"6\"", SIGNED.toEpochMilli()), answering(), Duration.ZERO);
        assertThat(body.size()).isEqualTo(3);
    }

    @Test
    void withoutATagTheDateDecidesToTheSecond() throws Exception {
        list.answer(asking(null, Instant.parse("2026-11-24T10:00:00Z").toEpochMilli()), answering(), Duration.ZERO);
        assertThat(answered).containsEntry("setStatus", 304);
    }

    @Test
    void anOlderDateGetsTheNewFile() throws Exception {
        list.answer(asking(null, Instant.parse("2026-11-24T09:59:59Z").toEpochMilli()), answering(), Duration.ZERO);
        assertThat(body.size()).isEqualTo(3);
    }

    private static HttpServletRequest asking(@Nullable String tag, long since) {
        return (HttpServletRequest) stand(
                HttpServletRequest.class,
                (method, arguments) -> method.getName().equals("getHeader") ? tag : since);
    }

    private HttpServletResponse answering() {
        return (HttpServletResponse) stand(HttpServletResponse.class, (method, arguments) -> {
            switch (method.getName()) {
                case "getOutputStream" -> {
                    return stream();
                }
                case "setHeader" -> answered.put((String) arguments[0], arguments[1]);
                default -> answered.put(method.getName(), arguments[arguments.length - 1]);
            }
            return null;
        });
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) throws IOException {
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

    private static Object stand(Class<?> type, Answer answer) {
        return Proxy.newProxyInstance(
                PublishedFileTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method, arguments));
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments);
    }
}
