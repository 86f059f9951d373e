package org.sealpost.web.load;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.sealpost.web.Refusals;
import org.sealpost.web.api.WrittenProblem;

/** The answer to whoever has to come again: a problem (RFC 9457) and how many seconds to wait (RFC 9110 section 10.2.3). */
public final class TurnedAway {
    /** The status for one caller's excess (RFC 6585 section 4). */
    private static final int TOO_MANY_REQUESTS = 429;

    private TurnedAway() {}

    /** The caller asks too often. @param wait until its next request may go on */
    public static void tooOften(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        answer(request, response, TOO_MANY_REQUESTS, wait);
    }

    /** Everybody together asks too much. */
    static void tooBusy(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        answer(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, wait);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, int status, Duration wait)
            throws IOException {
        response.setHeader(
                "Retry-After", String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds())));
        WrittenProblem.write(response, new Refusals(WrittenProblem.language(request)).ofStatus(status));
    }
}
