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
 * The revocation lists, complete and delta (RFC 5280 section 4.2.1.13, RFC 2585), in every state of the Key Manager. Caches may keep it for an
 * hour, and never beyond its own end, so that a revocation is seen soon.
 */
@WebServlet({Publication.CRL_PATH, Publication.DELTA_CRL_PATH})
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
        PublishedFile file = request.getServletPath().equals(Publication.DELTA_CRL_PATH)
                ? file("sealpost-delta.crl", list.delta(), "delta-", list)
                : file("sealpost.crl", list.encoded(), "", list);
        file.answer(request, response, kept(Duration.between(clock.instant(), list.nextUpdate())));
    }

    private static PublishedFile file(String name, byte[] octets, String tag, CurrentList list) {
        return new PublishedFile("application/pkix-crl", name, octets, tag + list.number(), list.thisUpdate());
    }

    /** For how long a list may be kept that is good for {@code left}. */
    static Duration kept(Duration left) {
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
