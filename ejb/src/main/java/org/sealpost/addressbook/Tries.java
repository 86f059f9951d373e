package org.sealpost.addressbook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often something may be tried within a minute, from one address and from all together. */
final class Tries {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 10_000;
    private static final Spent NONE = new Spent(0, Instant.EPOCH);

    private final int most;
    private final int together;
    private final Clock clock;
    private Spent everybody = NONE;

    /** What each caller has spent, the one that tried last at the end. */
    private final Map<String, Spent> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Spent> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    Tries(int most, int together, Clock clock) {
        this.most = most;
        this.together = together;
        this.clock = clock;
    }

    private record Spent(int count, Instant since) {
        Spent one(Instant now) {
            return new Spent(count + 1, count == 0 ? now : since);
        }
    }

    /** Whether that caller has one left; it is not spent by asking. */
    synchronized boolean left(String caller) {
        return current(callers.getOrDefault(caller, NONE)).count() < most
                && current(everybody).count() < together;
    }

    synchronized void spend(String caller) {
        Instant now = clock.instant();
        callers.put(caller, current(callers.getOrDefault(caller, NONE)).one(now));
        everybody = current(everybody).one(now);
    }

    private Spent current(Spent spent) {
        return clock.instant().isBefore(spent.since().plus(WINDOW)) ? spent : NONE;
    }
}
