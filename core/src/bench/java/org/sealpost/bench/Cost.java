package org.sealpost.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What one piece of work takes.
 *
 * @param cpu seconds of the processor, user and system
 * @param wall seconds on the clock
 */
record Cost(double cpu, double wall) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANO = 1e9;

    /** Work inside this Java machine. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Whatever can be measured: work in here or other programs. */
    @FunctionalInterface
    interface Contender {
        Cost measure() throws Exception;

        /** Runs without being measured, so that files are in memory and code is compiled. */
        default void warmUp() throws Exception {
            measure();
        }
    }

    /** Measures work on this thread, as often as fits into that many seconds of CPU, at least once. */
    static Contender of(Work work, double seconds) {
        return new InHere(work, seconds);
    }

    private record InHere(Work work, double seconds) implements Contender {

        /** Seconds of CPU after which the compiler is done with small messages. */
        private static final double WARM = 1.5;

        @Override
        public Cost measure() throws Exception {
            return repeat(seconds);
        }

        @Override
        public void warmUp() throws Exception {
            repeat(WARM);
        }

        private Cost repeat(double enough) throws Exception {
            long wall = System.nanoTime();
            long cpu = THREADS.getCurrentThreadCpuTime();
            double spent = 0;
            int times = 0;
            while (spent < enough) {
                work.run();
                times++;
                spent = (THREADS.getCurrentThreadCpuTime() - cpu) / NANO;
            }
            return new Cost(spent / times, (System.nanoTime() - wall) / NANO / times);
        }
    }
}
