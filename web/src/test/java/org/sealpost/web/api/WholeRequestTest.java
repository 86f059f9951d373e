package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeRequestTest {
    @Test
    void noTwoRequestsAreTheSame() throws IOException {
        Set<String> all = new TreeSet<>();
        all.add(whole("POST", "/a", null, null, ""));
        all.add(whole("PUT", "/a", null, null, ""));
        all.add(whole("POST", "/b", null, null, ""));
        all.add(whole("POST", "/a", "", null, ""));
        all.add(whole("POST", "/a", "x", null, ""));
        all.add(whole("POST", "/a", null, "x", ""));
        all.add(whole("POST", "/a", null, null, "x"));
        all.add(whole("POST", "/ax", null, null, ""));
        all.add(whole("POST", "/a", null, "", "x"));
        assertThat(all).hasSize(9);
    }

    @Test
    void theSameRequestIs() throws IOException {
        assertThat(whole("POST", "/a", "q=1", "application/json", "{}"))
                .isEqualTo(whole("POST", "/a", "q=1", "application/json", "{}"));
    }

    private static String whole(String method, String path, @Nullable String query, @Nullable String type, String body)
            throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.US_ASCII);
        return new String(WholeRequest.of(method, path, query, type, octets), StandardCharsets.ISO_8859_1);
    }
}
