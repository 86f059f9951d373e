package org.sealpost.web.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.RequestKey;
import org.sealpost.repeat.FirstAnswer;
import org.sealpost.repeat.RepeatService;

/**
 * The header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): the same request of the same login under
 * the same key is done once and answered as the first time for a day. Without the header nothing is kept.
 *
 * <p>A request is begun when its caller's role is known to suffice, and its answer is kept before it goes out.
 */
@Provider
@OnlyOnce
@ApplicationScoped
@Priority(Priorities.USER)
public class RepeatedRequests implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {
    /** The header of the request. */
    static final String HEADER = "Idempotency-Key";

    /** The header of an answer that was given before. */
    static final String REPLAYED = "Idempotent-Replayed";

    private static final System.Logger LOG = System.getLogger(RepeatedRequests.class.getName());
    private static final String BEGUN = RepeatedRequests.class.getName() + ".begun";
    private static final String ANSWER = RepeatedRequests.class.getName() + ".answer";
    private static final int DONE = 200;
    private static final int NOT_DONE = 300;

    @Inject
    RepeatService repeats;

    /** What was begun with this request. */
    private record Begun(RequestKey key, int status) {}

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String header = request.getHeaderString(HEADER);
        if (header == null) {
            return;
        }
        RequestKey key =
                RequestKey.of(request.getSecurityContext().getUserPrincipal().getName(), header);
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        Optional<FirstAnswer> before = repeats.begin(key, WholeRequest.of(request, body));
        if (before.isEmpty()) {
            request.setProperty(BEGUN, new Begun(key, 0));
        } else {
            request.abortWith(replay(request, before.get()));
        }
    }

    /** The body is written by {@link #aroundWriteTo}, so that nothing puts it into another form. */
    private static Response replay(ContainerRequestContext request, FirstAnswer answer) {
        Response.ResponseBuilder again = Response.status(answer.status()).header(REPLAYED, "true");
        if (!answer.mediaType().isEmpty()) {
            request.setProperty(ANSWER, answer.body());
            again.type(answer.mediaType()).entity(answer.body());
        }
        return again.build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(BEGUN) instanceof Begun begun)) {
            return;
        }
        int status = response.getStatus();
        if (status >= DONE && status < NOT_DONE && response.hasEntity()) {
            request.setProperty(BEGUN, new Begun(begun.key(), status));
            return;
        }
        request.removeProperty(BEGUN);
        if (status >= DONE && status < NOT_DONE) {
            keep(() -> repeats.answered(begun.key(), new FirstAnswer(status, "", new byte[0])));
        } else if (tellsNothing(response)) {
            keep(() -> repeats.lost(begun.key()));
        } else {
            keep(() -> repeats.refused(begun.key()));
        }
    }

    /** Every refusal is rolled back; but a database that is lost while it commits may have done so. */
    private static boolean tellsNothing(ContainerResponseContext response) {
        boolean database = response.getEntity() instanceof Problem problem
                && problem.code().startsWith("database-");
        return database || response.getStatus() == Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (answer.getProperty(ANSWER) instanceof byte[] before) {
            answer.getOutputStream().write(before);
        } else if (answer.getProperty(BEGUN) instanceof Begun begun) {
            OutputStream out = answer.getOutputStream();
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            answer.setOutputStream(written);
            answer.proceed();
            answer.setOutputStream(out);
            byte[] body = written.toByteArray();
            FirstAnswer first = new FirstAnswer(begun.status(), text(answer.getMediaType()), body);
            keep(() -> repeats.answered(begun.key(), first));
            out.write(body);
        } else {
            answer.proceed();
        }
    }

    private static String text(@Nullable MediaType type) {
        if (type == null) {
            return MediaType.APPLICATION_JSON;
        }
        StringBuilder text = new StringBuilder(type.getType()).append('/').append(type.getSubtype());
        type.getParameters()
                .forEach((name, value) ->
                        text.append(';').append(name).append('=').append(value));
        return text.toString();
    }

    /** What was done is done: whoever asked gets the answer, even when it cannot be kept for a second time. */
    @SuppressWarnings("IllegalCatch") // whatever it is, the answer goes out
    private static void keep(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "What became of a request with a key could not be kept", e);
        }
    }
}
