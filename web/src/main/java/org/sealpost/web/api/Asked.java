package org.sealpost.web.api;

import org.sealpost.approval.Requested;

/**
 * What came of asking for a sensitive act.
 *
 * @param request its number
 * @param missing how many people still have to agree; 0 when nobody has to
 */
public record Asked(long request, int missing) {
    static Asked of(Requested requested) {
        return new Asked(requested.request(), requested instanceof Requested.Waiting waiting ? waiting.people() : 0);
    }
}
