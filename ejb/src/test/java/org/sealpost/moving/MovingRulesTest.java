package org.sealpost.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.model.ArrivalState;

/** The two tables of decisions: what a dry run says of a mailbox, and what a receipt says of one that is leaving. */
class MovingRulesTest {
    /** What is true of a mailbox, and its keys: brought, of these here, others here. */
    @ParameterizedTest(name = "{0}; {1} keys, {2} here, {3} others: {4}")
    @CsvSource({
        "whole known,                3, 0, 0, READY",
        "whole known,                3, 0, 2, HAS_KEYS",
        "whole known,                3, 1, 0, HAS_KEYS",
        "whole known,                3, 3, 0, ALREADY_HERE",
        "whole known,                3, 3, 4, ALREADY_HERE",
        "whole,                      3, 0, 0, UNKNOWN",
        "whole conflict,             3, 0, 0, UNKNOWN",
        "whole known again,          3, 0, 0, TWICE",
        "whole again,                3, 0, 0, TWICE",
        "whole known conflict,       3, 0, 0, DAMAGED",
        "whole known conflict,       3, 3, 0, DAMAGED",
        "known,                      3, 0, 0, DAMAGED",
        "again conflict,             3, 3, 3, DAMAGED",
    })
    void whatIsFoundDecides(String truths, int keys, int here, int others, ArrivalState expected) {
        Set<String> holds = set(truths);
        ArrivalFacts facts = new ArrivalFacts(
                holds.contains("whole"),
                holds.contains("again"),
                holds.contains("known"),
                holds.contains("conflict"),
                keys,
                here,
                others);
        assertThat(facts.judge()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "here {0}, sent {1}, arrived {2}: {3}")
    @CsvSource({
        "a b,   a b, a b,     COMPLETE",
        "a b,   a b, a b z,   COMPLETE",
        "a b,   a b, a,       NOT_ARRIVED",
        "a b,   a b, '',      NOT_ARRIVED",
        "a b c, a b, a b,     GROWN",
        "a b c, a b, a b c,   COMPLETE",
        "a b c, a b, a c,     NOT_ARRIVED",
        "a,     '',  a,       NOT_ARRIVED",
    })
    void whatAReceiptNamesDecides(String here, String sent, String arrived, Departure expected) {
        assertThat(Departure.judge(set(here), set(sent), set(arrived))).isEqualTo(expected);
    }

    private static Set<String> set(String names) {
        Set<String> set = new TreeSet<>();
        for (String name : names.split(" ")) {
            if (!name.isEmpty()) {
                set.add(name);
            }
        }
        return set;
    }
}
