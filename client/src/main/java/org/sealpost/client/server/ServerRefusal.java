package org.sealpost.client.server;

import jakarta.json.JsonObject;
import org.sealpost.client.screen.Failure;
import org.sealpost.client.screen.InOwnWords;
import org.sealpost.protocol.WrongState;

/** The server said no, in its own words (RFC 9457). */
public final class ServerRefusal extends WrongState implements InOwnWords {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String cause;
    private final String next;

    private ServerRefusal(int status, Failure words) {
        super(words.code());
        this.status = status;
        this.cause = words.cause();
        this.next = words.next();
    }

    static ServerRefusal of(int status, JsonObject problem) {
        return new ServerRefusal(
                status,
                new Failure(
                        problem.getString("code", "http-" + status),
                        problem.getString("title", "HTTP " + status),
                        problem.getString("detail", "")));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    @Override
    public Failure inWords() {
        return new Failure(code(), cause, next);
    }
}
