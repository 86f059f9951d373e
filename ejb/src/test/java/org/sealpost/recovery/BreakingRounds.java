package org.sealpost.recovery;

/** Breaks one round off after some steps, as a crash does. */
final class BreakingRounds extends Rounds {
    private static final int NEVER = -1;

    private int after = NEVER;

    /** In whose place it stands; two keys have their turn in a step. */
    BreakingRounds(RecoveryOffice office) {
        steps = office.get(RoundSteps.class);
        steps.atOnce = 2;
        moving = office.get(Moving.class);
        drilling = office.get(Drilling.class);
        office.assembly.give(Rounds.class, this);
    }

    /** The next round is broken off after so many steps. */
    void breakAfter(int most) {
        after = most;
    }

    @Override
    void all(Turns<?> turns, long request, Giver giver) {
        if (after == NEVER) {
            super.all(turns, request, giver);
            return;
        }
        for (int i = 0; i < after; i++) {
            steps.next(turns, request, giver);
        }
        after = NEVER;
    }
}
