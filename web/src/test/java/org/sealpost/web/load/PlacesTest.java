package org.sealpost.web.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.web.load.Places.Entry.ADMITTED;
import static org.sealpost.web.load.Places.Entry.BUSY;
import static org.sealpost.web.load.Places.Entry.OVER_SHARE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.settings.RequestConfiguration;

class PlacesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void whoFindsNoPlaceInTimeIsTurnedAwayAndLeavesNothingBehind() {
        Places places = places(2, Duration.ofMillis(20));
        assertThat(places.enter("alice")).isEqualTo(ADMITTED);
        assertThat(places.enter("bob")).isEqualTo(ADMITTED);
        for (int i = 0; i < 10; i++) {
            assertThat(places.enter("carol")).isEqualTo(BUSY);
        }
        places.leave("alice");
        assertThat(places.enter("carol")).isEqualTo(ADMITTED);
    }

    @Test
    void whoWaitsGetsThePlaceThatComesFree() throws Exception {
        Places places = places(1, LONG);
        places.enter("alice");
        Future<Places.Entry> waiting = waiting(places, "bob");
        assertThat(waiting.isDone()).isFalse();
        places.leave("alice");
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(ADMITTED);
    }

    @Test
    void whenTwiceAsManyWaitTheNextOneIsTurnedAwayAtOnce() throws Exception {
        Places places = places(1, LONG);
        places.enter("alice");
        List<Future<Places.Entry>> waiting = List.of(waiting(places, "bob"), waiting(places, "carol"));
        assertThat(places.enter("dave")).isEqualTo(BUSY);
        places.leave("alice");
        places.leave("bob");
        for (Future<Places.Entry> one : waiting) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(ADMITTED);
        }
    }

    @Test
    void nobodyHasMoreThanHalfOfTheRoom() {
        Places places = places(4, Duration.ZERO);
        for (int i = 0; i < 4; i++) {
            assertThat(places.enter("alice")).isEqualTo(ADMITTED);
        }
        assertThat(places.enter("alice")).isEqualTo(BUSY);
        places.patience = LONG;
        waiting(places, "alice");
        waiting(places, "alice");
        assertThat(places.enter("alice")).isEqualTo(OVER_SHARE);
        places.patience = Duration.ZERO;
        assertThat(places.enter("bob")).isEqualTo(BUSY);
    }

    @Test
    void neverMoreAreInsideThanThereArePlaces() throws Exception {
        Places places = places(3, LONG);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String caller = "caller-" + i;
            all.add(others.submit(() -> {
                if (places.enter(caller) == ADMITTED) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    places.leave(caller);
                } else {
                    refused.incrementAndGet();
                }
            }));
        }
        for (Future<?> one : all) {
            one.get(20, TimeUnit.SECONDS);
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(inside.get()).isZero();
        assertThat(refused.get()).isLessThan(60);
        assertThat(places.enter("alice")).isEqualTo(ADMITTED);
    }

    private static Places places(int atOnce, Duration patience) {
        Places places = new Places();
        places.configuration = new RequestConfiguration(atOnce, 0);
        places.patience = patience;
        places.start();
        return places;
    }

    /** Somebody who waits already when this comes back. */
    private Future<Places.Entry> waiting(Places places, String caller) {
        Thread[] who = new Thread[1];
        Future<Places.Entry> entry = others.submit(() -> {
            synchronized (who) {
                who[0] = Thread.currentThread();
            }
            return places.enter(caller);
        });
        while (!entry.isDone()) {
            synchronized (who) {
                if (who[0] != null && who[0].getState() == Thread.State.TIMED_WAITING) {
                    return entry;
                }
            }
            Thread.onSpinWait();
        }
        return entry;
    }
}
