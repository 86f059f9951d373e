package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/home.xhtml", "/api/v1/jobs", "/pki/sealpost.crl", "/jakarta.faces.resource/theme.css.xhtml"})
    void everyAnswerForbidsGuessingTypesAndBeingFramed(String path) throws Exception {
        Map<String, String> headers = answered(path, true);
        assertThat(headers)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsKey("Strict-Transport-Security");
    }

    @Test
    void anAddressThatLeadsNowhereStillGetsAPageThatMayUseItsStyles() throws Exception {
        assertThat(answered("/nowhere", true)).doesNotContainKey("Content-Security-Policy");
    }

    @Test
    void aPageIsNotKeptByTheBrowserAndLeavesItsPolicyToTheNonce() throws Exception {
        assertThat(answered("/console/audit.xhtml", true))
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("Content-Security-Policy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/jobs", "/pki/sealpost.crl", "/jakarta.faces.resource/logo.svg.xhtml"})
    void whatIsNoPageMayLoadNothing(String path) throws Exception {
        assertThat(answered(path, true).get("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void plainHttpPromisesNoEncryption() throws Exception {
        assertThat(answered("/pki/sealpost.crl", false)).doesNotContainKey("Strict-Transport-Security");
    }

    private static Map<String, String> answered(String path, boolean secure) throws Exception {
        Map<String, String> headers = new HashMap<>();
        HttpServletRequest request =
                stand(HttpServletRequest.class, Map.of("getServletPath", path, "isSecure", secure));
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, arguments) -> headers.put((String) arguments[0], (String) arguments[1]));
        boolean[] passed = {false};
        FilterChain chain = (onRequest, onResponse) -> passed[0] = true;
        new SecurityHeaders().doFilter(request, response, chain);
        assertThat(passed[0]).isTrue();
        return headers;
    }

    private static <T> T stand(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                SecurityHeadersTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
