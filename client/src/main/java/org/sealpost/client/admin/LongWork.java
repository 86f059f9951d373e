package org.sealpost.client.admin;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.screen.Progress;
import org.sealpost.client.server.ServerRefusal;
import org.sealpost.client.server.ServerUnreachable;

/** Waits for what takes the server its time, with a bar on the person's terminal; scripts see none. */
final class LongWork {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int PERCENT = 100;

    private final Progress progress;

    LongWork(Surroundings here) {
        this.progress = new Progress(here.terminal());
    }

    /** How far it is, in hundredths; empty when nobody can tell. */
    interface Look {
        OptionalInt percent();
    }

    /**
     * Does it.
     *
     * @param work the question, whose answer comes when all is done
     * @param look asked about once a second meanwhile; what it is refused counts as not knowing
     */
    JsonObject watched(Supplier<JsonObject> work, Look look) {
        CompletableFuture<JsonObject> answer = CompletableFuture.supplyAsync(work);
        try {
            while (true) {
                try {
                    return answer.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    show(look);
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            progress.clear();
        }
    }

    /**
     * Begins it, and asks how it stands until it is over.
     *
     * @param begun the answer to its beginning
     * @param standing how it stands; {@code running} says whether it goes on
     * @return how it stood at last
     */
    JsonObject polled(JsonObject begun, Supplier<JsonObject> standing, Function<JsonObject, OptionalInt> percent) {
        JsonObject now = begun;
        try {
            while (now.getBoolean("running")) {
                percent.apply(now).ifPresentOrElse(progress::show, progress::tick);
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                now = standing.get();
            }
            return now;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            progress.clear();
        }
    }

    private void show(Look look) {
        try {
            look.percent().ifPresentOrElse(progress::show, progress::tick);
        } catch (ServerRefusal | ServerUnreachable e) {
            progress.tick();
        }
    }

    /** A part of a whole in hundredths; empty while nobody knows the whole. */
    static OptionalInt percent(long part, long whole) {
        return whole == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(PERCENT, part * PERCENT / whole));
    }
}
