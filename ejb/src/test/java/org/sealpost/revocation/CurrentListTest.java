package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentListTest {
    private static final Instant SIGNED = Instant.parse("2026-11-24T12:00:00Z");
    private static final CurrentList LIST =
            new CurrentList(7, SIGNED, SIGNED.plus(Duration.ofHours(24)), 0, new byte[0], new byte[0]);

    /** Hours after the signature; a third of the time goes by between two renewals. */
    @ParameterizedTest
    @CsvSource({"-48, FRESH", "0, FRESH", "8, FRESH", "15, FRESH", "16, LATE", "23, LATE", "24, OVERDUE", "100, OVERDUE"
    })
    void aListIsLateAfterTwoMissedRenewalsAndOverdueAtItsEnd(long hours, ListAge age) {
        assertThat(LIST.age(SIGNED.plus(Duration.ofHours(hours)))).isEqualTo(age);
    }
}
