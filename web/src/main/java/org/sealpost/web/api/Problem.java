package org.sealpost.web.api;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
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

    /** Seconds after which it may be worth asking a part again that does not answer or is locked. */
    static final int LATER = 30;

    private static final int UNAVAILABLE = 503;

    /** Puts a refusal into this form. */
    public static Problem from(Refusal refusal) {
        return new Problem(
                "urn:sealpost:problem:" + refusal.code(),
                refusal.cause(),
                refusal.status(),
                refusal.next(),
                refusal.code());
    }

    /** As it is sent. */
    public String json() {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("code", code)
                .build()
                .toString();
    }

    /**
     * Puts a refusal on the wire.
     *
     * @param refusal the failure in words
     * @return the answer
     */
    static Response of(Refusal refusal) {
        Response.ResponseBuilder answer =
                Response.status(refusal.status()).type(MEDIA_TYPE).entity(from(refusal));
        return (refusal.status() == UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, LATER) : answer).build();
    }
}
