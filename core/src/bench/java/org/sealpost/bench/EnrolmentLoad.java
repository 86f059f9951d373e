package org.sealpost.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Enrolments as a rate of arrivals, whatever the server makes of them: nobody waits for an earlier one. */
final class EnrolmentLoad {
    private static final int ENROLLED = 200;
    private static final int MOST_CALLERS = 400;
    private static final double NANO = 1e9;

    private final ServerCalls server;
    private final ServerCpu cpu;
    private final Newcomers newcomers;

    EnrolmentLoad(ServerCalls server, ServerCpu cpu, Newcomers newcomers) {
        this.server = server;
        this.cpu = cpu;
        this.newcomers = newcomers;
    }

    /**
     * What came of it.
     *
     * @param answers how often each status was answered, or what else became of a request
     * @param seconds on the clock
     * @param serverCpu seconds of the server's processor time
     */
    record Outcome(Map<String, Integer> answers, double seconds, double serverCpu) {
        double perSecond() {
            return answers.getOrDefault(String.valueOf(ENROLLED), 0) / seconds;
        }

        double perCpuSecond() {
            return answers.getOrDefault(String.valueOf(ENROLLED), 0) / serverCpu;
        }

        int errors() {
            return answers.entrySet().stream()
                    .filter(answer -> !answer.getKey().matches("200|429|503|not sent|nobody left"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** So many callers, each with the next enrolment as soon as the one before was answered: the server's own pace. */
    Outcome saturate(int callers, double seconds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(callers);
        Map<String, Integer> answers = new TreeMap<>();
        double before = cpu.used();
        long begun = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            pool.submit(() -> {
                while ((System.nanoTime() - begun) / NANO < seconds && one(answers)) {
                    // the next one
                }
            });
        }
        finish(pool);
        return new Outcome(answers, (System.nanoTime() - begun) / NANO, cpu.used() - before);
    }

    /** Arrivals at an even rate. */
    Outcome offer(double perSecond, double seconds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(MOST_CALLERS);
        Map<String, Integer> answers = new TreeMap<>();
        AtomicInteger open = new AtomicInteger();
        double before = cpu.used();
        long begun = System.nanoTime();
        for (long sent = 0; (System.nanoTime() - begun) / NANO < seconds; sent++) {
            LockSupport.parkNanos(begun + (long) (sent * NANO / perSecond) - System.nanoTime());
            if (open.incrementAndGet() > MOST_CALLERS) {
                open.decrementAndGet();
                count(answers, "not sent");
                continue;
            }
            pool.submit(() -> {
                one(answers);
                open.decrementAndGet();
            });
        }
        finish(pool);
        return new Outcome(answers, (System.nanoTime() - begun) / NANO, cpu.used() - before);
    }

    private static void finish(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        if (!pool.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("callers were left without an answer");
        }
    }

    /** @return whether there was somebody left */
    private boolean one(Map<String, Integer> answers) {
        Newcomers.Newcomer newcomer = newcomers.next();
        if (newcomer == null) {
            count(answers, "nobody left");
            return false;
        }
        try {
            HttpResponse<String> answer = newcomer.enrol(server);
            boolean told = answer.headers().firstValue("Retry-After").isPresent();
            boolean turnedAway = answer.statusCode() == 429 || answer.statusCode() == 503;
            count(answers, answer.statusCode() + (turnedAway && !told ? " without Retry-After" : ""));
            if (answer.statusCode() != ENROLLED) {
                newcomers.back(newcomer);
            }
        } catch (IOException e) {
            count(answers, "no answer: " + e.getMessage());
        } catch (Exception e) {
            count(answers, e.toString());
        }
        return true;
    }

    private static void count(Map<String, Integer> answers, String what) {
        synchronized (answers) {
            answers.merge(what, 1, Integer::sum);
        }
    }
}
