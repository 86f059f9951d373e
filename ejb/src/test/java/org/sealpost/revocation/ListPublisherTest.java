package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.Schedule;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.lease.Leases;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;

class ListPublisherTest {
    private final ListPublisher publisher = new ListPublisher();
    private final Signing signing = new Signing();
    private final List<TimerConfig> timers = new ArrayList<>();
    private KeyManagerState state = KeyManagerState.RUNNING;

    @BeforeEach
    void wire() {
        publisher.lease = Leases.held(1);
        publisher.lists = signing;
        publisher.keys = new KeyRing() {
            @Override
            public KeyManagerState state() {
                return state;
            }
        };
        publisher.timers = (TimerService) Proxy.newProxyInstance(
                ListPublisherTest.class.getClassLoader(),
                new Class<?>[] {TimerService.class},
                (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("createSingleActionTimer");
                    assertThat(arguments[0]).as("at once, but after the commit").isEqualTo(0L);
                    timers.add((TimerConfig) arguments[1]);
                    return null;
                });
    }

    @Test
    void aRevocationHasListsSignedByATimerThatItsTransactionOwns() {
        publisher.soon();
        assertThat(timers).singleElement().satisfies(timer -> assertThat(timer.isPersistent())
                .as("nothing is kept that a start would repeat")
                .isFalse());
        assertThat(signing.done).hasValue(0);
        publisher.committed();
        assertThat(signing.done).hasValue(1);
    }

    @Test
    void whoeverLooksOftenFindsThemRenewed() throws NoSuchMethodException {
        Schedule schedule = ListPublisher.class.getDeclaredMethod("renew").getAnnotation(Schedule.class);
        assertThat(schedule.second()).isEqualTo("*/10");
        assertThat(schedule.minute()).isEqualTo("*");
        assertThat(schedule.hour()).isEqualTo("*");
        assertThat(schedule.persistent()).isFalse();
        publisher.renew();
        assertThat(signing.done).hasValue(1);
    }

    @Test
    void onlyARunningKeyManagerSigns() {
        for (KeyManagerState other : KeyManagerState.values()) {
            state = other;
            publisher.renew();
        }
        assertThat(signing.done).hasValue(1);
    }

    @Test
    void aFailureDoesNotEndTheSigning() {
        signing.failing = true;
        assertThatThrownBy(publisher::renew).hasMessage("no database");
        signing.failing = false;
        publisher.renew();
        assertThat(signing.done).hasValue(1);
    }

    @Test
    void whileOneSignsOneWaitsForItAndAllOthersCountOnThatOne() throws InterruptedException {
        signing.pause = new CountDownLatch(1);
        CompletableFuture<Void> first = CompletableFuture.runAsync(publisher::renew);
        assertThat(signing.begun.await(30, TimeUnit.SECONDS)).isTrue();
        List<Thread> others = List.of(new Thread(publisher::renew), new Thread(publisher::renew));
        others.forEach(Thread::start);
        while (others.stream().allMatch(Thread::isAlive)) {
            Thread.onSpinWait();
        }
        signing.pause.countDown();
        first.join();
        for (Thread other : others) {
            other.join(30_000);
        }
        assertThat(signing.done.get())
                .as("the one that signs and the one that waited")
                .isEqualTo(2);
        assertThat(signing.together).hasValue(0);
    }

    /** Counts in place of signing, and notices two at once. */
    private static final class Signing extends RevocationLists {
        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger together = new AtomicInteger();
        final CountDownLatch begun = new CountDownLatch(1);
        private final AtomicInteger inside = new AtomicInteger();
        CountDownLatch pause = new CountDownLatch(0);
        boolean failing;

        @Override
        void renew() {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            if (inside.getAndIncrement() > 0) {
                together.incrementAndGet();
            }
            begun.countDown();
            try {
                pause.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inside.decrementAndGet();
            done.incrementAndGet();
        }
    }
}
