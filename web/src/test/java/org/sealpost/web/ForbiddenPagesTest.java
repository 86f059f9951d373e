package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForbiddenPagesTest {
    private final Recorded log = new Recorded();
    private final Map<String, Object> attributes =
            new HashMap<>(Map.of(RequestDispatcher.ERROR_REQUEST_URI, "/console/audit.xhtml"));

    @Test
    void aPageThatIsNotForTheRoleIsRecorded() throws Exception {
        show();
        assertThat(log.failures()).containsExactly("ACCESS GET /console/audit.xhtml not-allowed");
    }

    @Test
    void whatABeanRefusedHasItsEntryAlready() throws Exception {
        attributes.put(RefusalMessages.ATTRIBUTE, new Refusal("not-allowed", 403, "no", "ask"));
        show();
        assertThat(log.failures()).isEmpty();
    }

    private void show() throws Exception {
        ForbiddenPages filter = new ForbiddenPages();
        filter.audit = log;
        boolean[] shown = {false};
        FilterChain chain = (request, response) -> shown[0] = true;
        filter.doFilter(request(), response(), chain);
        assertThat(shown[0]).as("the page itself is shown either way").isTrue();
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ForbiddenPagesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) ->
                        method.getName().equals("getMethod") ? "GET" : attributes.get(arguments[0]));
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                ForbiddenPagesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
