package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestSizeTest {
    private static final int PASSED = 0;

    private @Nullable Object said;

    @ParameterizedTest
    @CsvSource({
        "/mailbox/compose.xhtml, 31457280, 0",
        "/mailbox/compose.xhtml, 31457281, 413",
        "/mailbox/options.xhtml, 99999999999, 413",
        "/console/bulk.xhtml, 31457281, 0",
        "/console/bulk.xhtml, 41943040, 0",
        "/console/bulk.xhtml, 41943041, 413",
        "/login.xhtml, 41943041, 413",
        "/mailbox/inbox.xhtml, -1, 0"
    })
    void whatAnnouncesMoreThanAFormTakesIsRefusedUnread(String page, long length, int status) throws Exception {
        assertThat(answered(page, length)).isEqualTo(status);
    }

    @Test
    void theRefusalIsInWords() throws Exception {
        answered("/mailbox/compose.xhtml", 50_000_000);
        assertThat(said).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("http-413");
            assertThat(refusal.cause()).contains("zu groß");
            assertThat(refusal.next()).contains("25 MB");
        });
    }

    private int answered(String page, long length) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        HttpServletRequest request = stand(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getServletPath" -> page;
            case "getContentLengthLong" -> length;
            case "getLocale" -> Locale.GERMAN;
            case "setAttribute" -> said = arguments[1];
            case "getRequestDispatcher" -> forwarding(arguments[0]);
            default -> throw new AssertionError(method + " was called: it may read the body");
        });
        HttpServletResponse response = stand(
                HttpServletResponse.class,
                (method, arguments) -> method.equals("setStatus") ? statuses.add((Integer) arguments[0]) : null);
        FilterChain chain = (onRequest, onResponse) -> statuses.add(PASSED);
        new RequestSize().doFilter(request, response, chain);
        assertThat(statuses).hasSize(1);
        return statuses.get(0);
    }

    /** Asks the request for everything that a page asks for: nothing of it may read the body. */
    private static RequestDispatcher forwarding(Object page) {
        assertThat(page).isEqualTo("/error/toolarge.xhtml");
        return stand(RequestDispatcher.class, (method, arguments) -> {
            HttpServletRequest unread = (HttpServletRequest) arguments[0];
            assertThat(unread.getMethod()).isEqualTo("GET");
            assertThat(unread.getContentType()).isNull();
            assertThat(unread.getHeader("Faces-Request")).isNull();
            assertThat(unread.getParameter("jakarta.faces.ViewState")).isNull();
            assertThat(unread.getParameterMap()).isEmpty();
            assertThat(unread.getParameterNames().hasMoreElements()).isFalse();
            assertThat(unread.getParameterValues("text")).isNull();
            return null;
        });
    }

    private static <T> T stand(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                RequestSizeTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = answers.to(method.getName(), arguments == null ? new Object[0] : arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }

    /** What a stand-in answers when one of its methods is called. */
    private interface Answers {
        @Nullable
        Object to(String method, Object[] arguments);
    }
}
