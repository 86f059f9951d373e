package org.sealpost.web.pki;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.sealpost.lock.Publication;
import org.sealpost.revocation.CurrentList;
import org.sealpost.revocation.RevocationService;

/**
 * The revocation list (RFC 5280 section 4.2.1.13, RFC 2585), in every state of the Key Manager. Caches may keep it for an
 * hour, and never beyond its own end, so that a revocation is seen soon.
 */
@WebServlet(Publication.CRL_PATH)
public class RevocationListServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    transient RevocationService revocation;

    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CurrentList> current = revocation.currentList();
        if (current.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        CurrentList list = current.get();
        new PublishedFile(
                        "application/pkix-crl",
                        "sealpost.crl",
                        list.encoded(),
                        Long.toString(list.number()),
                        list.thisUpdate())
                .answer(request, response, kept(Duration.between(clock.instant(), list.nextUpdate())));
    }

    /** For how long a list may be kept that is good for {@code left}. */
    static Duration kept(Duration left) {
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
