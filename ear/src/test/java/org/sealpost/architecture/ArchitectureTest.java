package org.sealpost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final Map<String, ArchRule> RULES = new Rules("org.sealpost").all();
    private static final Map<String, ArchRule> PROBE_RULES = new Rules("org.sealpost.architecture.probe").all();

    private static JavaClasses product;
    private static JavaClasses probe;

    @BeforeAll
    static void readClasses() {
        Modules.NAMES.forEach(module -> assertThat(Modules.of(module)).isNotEmpty());
        product = Modules.all();
        probe = Modules.probe();
    }

    static Stream<String> sentences() {
        return RULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void holds(String sentence) {
        Objects.requireNonNull(RULES.get(sentence)).allowEmptyShould(false).check(product);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void bites(String sentence) {
        assertThat(Objects.requireNonNull(PROBE_RULES.get(sentence))
                        .evaluate(probe)
                        .hasViolation())
                .as("the probe breaks the rule that " + sentence)
                .isTrue();
    }

    @Test
    void noPackageLivesInTwoModules() {
        Map<String, String> home = new HashMap<>();
        for (String module : Modules.NAMES) {
            for (String name : packagesOf(Modules.of(module))) {
                assertThat(home.put(name, module)).as(name + " in " + module).isNull();
            }
        }
    }

    @Test
    void everyPackageSaysWhatLivesInItAndIsNullMarked() {
        Set<String> silent = product.stream()
                .map(JavaClass::getPackage)
                .filter(it -> !isMarked(it))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(silent).isEmpty();
    }

    private static Set<String> packagesOf(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    private static boolean isMarked(JavaPackage it) {
        return it.tryGetPackageInfo()
                .map(description -> description.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .orElse(false);
    }
}
