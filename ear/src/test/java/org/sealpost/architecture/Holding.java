package org.sealpost.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What only the server does that holds the one running Key Manager. */
final class Holding {
    /** The fence itself, the lease that moves it, and what deletes mail. */
    private static final Set<String> UNFENCED = Set.of("Fence", "LeaseRepository", "StoredMessageRepository");

    private Holding() {}

    /** Each timer's method asks for the lease. */
    static ArchRule timers() {
        return methods().that().areAnnotatedWith("jakarta.ejb.Schedule").should(askForTheLease());
    }

    /** Hibernate's events do not see statements that change many rows at once: these go through the fence by hand. */
    static ArchRule statements() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "may write keys", (JavaClass type) -> !UNFENCED.contains(type.getSimpleName())))
                .should()
                .callMethodWhere(DescribedPredicate.describe("a statement that writes", Holding::isStatement));
    }

    private static boolean isStatement(JavaCall<?> call) {
        return call.getName().equals("executeUpdate")
                && call.getTargetOwner().getFullName().startsWith("jakarta.persistence.");
    }

    private static ArchCondition<JavaMethod> askForTheLease() {
        return new ArchCondition<>("ask for the lease") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getSimpleName().equals("Lease")
                                && call.getName().equals("ifHeld"));
                if (!asks) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " runs on every server"));
                }
            }
        };
    }
}
