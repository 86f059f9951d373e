package org.sealpost.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * Each public method of a bean with a boundary or of an HTTP resource, or its class, says who may call it. Where an
 * enterprise bean says nothing the server refuses everybody, its own callers included.
 */
final class Authorisation {
    private static final List<String> BOUNDARIES =
            List.of("jakarta.ejb.Stateless", "jakarta.ejb.Singleton", "jakarta.ws.rs.Path");
    private static final List<String> PERMISSIONS = List.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "jakarta.annotation.security.DenyAll");

    private Authorisation() {}

    static ArchRule rule() {
        return classes()
                .that(DescribedPredicate.describe("are enterprise beans or resources", type -> has(type, BOUNDARIES)))
                .should(sayWhoMayCall());
    }

    private static ArchCondition<JavaClass> sayWhoMayCall() {
        return new ArchCondition<>("say who may call them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !has(type, PERMISSIONS) && !has(method, PERMISSIONS))
                        .forEach(method -> events.add(open(method)));
            }
        };
    }

    private static ConditionEvent open(JavaMethod method) {
        return SimpleConditionEvent.violated(method, method.getFullName() + " is open to everybody");
    }

    private static boolean has(CanBeAnnotated annotated, List<String> annotations) {
        return annotations.stream().anyMatch(annotated::isAnnotatedWith);
    }
}
