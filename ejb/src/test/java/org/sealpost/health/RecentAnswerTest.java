package org.sealpost.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.TestClock;

class RecentAnswerTest {
    private final TestClock clock = new TestClock();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean up = true;
    private final RecentAnswer recent = new RecentAnswer(() -> {
        asked.incrementAndGet();
        return up ? Answer.up("part", "It answers.") : Answer.down("part", "It does not answer.");
    });

    @Test
    void aGoodAnswerIsGivenAgainForSomeSeconds() {
        recent.at(clock);
        up = false;
        clock.pass(RecentAnswer.GOOD.minusMillis(1));
        assertThat(recent.at(clock).getStatus()).isEqualTo(Status.UP);
        assertThat(asked).hasValue(1);
        clock.pass(Duration.ofMillis(1));
        assertThat(recent.at(clock).getStatus()).isEqualTo(Status.DOWN);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aBadAnswerIsLookedIntoAgainSoon() {
        up = false;
        recent.at(clock);
        up = true;
        assertThat(recent.at(clock).getStatus()).isEqualTo(Status.DOWN);
        clock.pass(RecentAnswer.BAD);
        assertThat(recent.at(clock).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void manyAtOnceAskOnce() {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(20);
        List<CompletableFuture<HealthCheckResponse>> answers = IntStream.range(0, 100)
                .mapToObj(one -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return recent.at(clock);
                        },
                        crowd))
                .toList();
        start.countDown();
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().getStatus()).isEqualTo(Status.UP));
        crowd.shutdownNow();
        assertThat(asked).hasValue(1);
    }

    @Test
    void theReasonStandsInTheAnswer() {
        up = false;
        assertThat(recent.at(clock).getData())
                .hasValueSatisfying(data -> assertThat(data).containsEntry("reason", "It does not answer."));
        assertThat(recent.at(clock).getName()).isEqualTo("part");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
