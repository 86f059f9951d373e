package org.sealpost.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;

/**
 * Whatever asks for something sensitive, agrees to it or uses a permission is a public method of a service that asks for
 * the caller's own password first; its private methods may lead there.
 */
final class Sensitive {
    private static final String DOOR = "Approvals";
    private static final Set<String> VERBS = Set.of("request", "approve", "refuse", "permit");

    private Sensitive() {}

    static ArchRule rule() {
        return classes()
                .that(DescribedPredicate.describe("go through the approvals", Sensitive::goesThrough))
                .should(askForThePassword());
    }

    private static boolean goesThrough(JavaClass type) {
        return !type.getSimpleName().equals(DOOR)
                && type.getMethodCallsFromSelf().stream().anyMatch(Sensitive::isVerb);
    }

    private static ArchCondition<JavaClass> askForThePassword() {
        return new ArchCondition<>("be services whose methods ask for the caller's own password first") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isAnnotatedWith("jakarta.ejb.Stateless")) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is no service"));
                }
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> reaches(method, new HashSet<>()))
                        .filter(method -> !asks(method))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " asks nobody for a password")));
            }
        };
    }

    private static boolean reaches(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method)
                && method.getMethodCallsFromSelf().stream().anyMatch(call -> isVerb(call) || leads(call, seen));
    }

    private static boolean leads(JavaMethodCall call, Set<JavaMethod> seen) {
        return call.getTargetOwner().equals(call.getOriginOwner())
                && call.getTarget()
                        .resolveMember()
                        .filter(next -> reaches(next, seen))
                        .isPresent();
    }

    private static boolean isVerb(JavaMethodCall call) {
        return call.getTargetOwner().getSimpleName().equals(DOOR) && VERBS.contains(call.getName());
    }

    /** By its name: the probe has no part of the product. */
    private static boolean asks(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getSimpleName().equals("StepUp"));
    }
}
