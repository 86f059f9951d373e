package org.sealpost.resealing;

import java.util.List;
import org.sealpost.enrolment.Enrolled;

/** What the container does around each step. */
final class TransactionalSteps extends ResealingSteps {
    private final Enrolled office;
    private final ResealingSteps steps;

    TransactionalSteps(Enrolled office, ResealingSteps steps) {
        this.office = office;
        this.steps = steps;
    }

    @Override
    boolean turn(ResealingWork work) {
        return office.call(() -> steps.turn(work));
    }

    @Override
    void refuse(ResealingWork work, String code, List<Object> arguments) {
        office.run(() -> steps.refuse(work, code, arguments));
    }

    @Override
    void interrupt(ResealingWork work) {
        office.run(() -> steps.interrupt(work));
    }
}
