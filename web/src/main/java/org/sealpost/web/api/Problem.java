package org.sealpost.web.api;

import jakarta.ws.rs.core.Response;
import org.sealpost.web.Refusal;

/**
 * A refusal on the wire (RFC 9457, {@code application/problem+json}).
 *
 * @param type a URN that ends in the code
 * @param title what happened
 * @param status the HTTP status, 400 to 599
 * @param detail what to do now
 * @param code stable name of the failure in kebab-case, for programs to decide by
 */
public record Problem(String type, String title, int status, String detail, String code) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * Puts a refusal on the wire.
     *
     * @param refusal the failure in words
     * @return the answer
     */
    static Response of(Refusal refusal) {
        Problem problem = new Problem(
                "urn:sealpost:problem:" + refusal.code(),
                refusal.cause(),
                refusal.status(),
                refusal.next(),
                refusal.code());
        return Response.status(refusal.status())
                .type(MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
