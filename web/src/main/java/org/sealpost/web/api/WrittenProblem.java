package org.sealpost.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sealpost.web.Refusal;

/** A problem (RFC 9457) as the answer of a filter, which stands before everything that would write one by itself. */
public final class WrittenProblem {
    private WrittenProblem() {}

    /** Answers with it. Further headers are set before. */
    public static void write(HttpServletResponse response, Refusal refusal) throws IOException {
        byte[] problem = Problem.from(refusal).json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.status());
        if (refusal.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE && !response.containsHeader("Retry-After")) {
            response.setHeader("Retry-After", String.valueOf(Problem.LATER));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }

    /** The language that the caller likes best; English when it does not say. */
    public static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale();
    }
}
