package org.sealpost.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The rules for packages below a root: {@code org.sealpost} in earnest, the probe's to see that they bite. */
final class Rules {
    private static final String[] CORE = Modules.packages("core");
    private static final String[] EJB = Modules.packages("ejb");

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    /** All of them, each by the sentence that it enforces. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("modules depend on each other by the arrows only", arrows());
        rules.put(
                "packages form no cycle",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("core needs no Jakarta EE", coreWithoutJakarta());
        rules.put("cryptography happens in core only", cryptographyInCore());
        rules.put("the escrow key is used by KeyEscrow only", escrowKey());
        rules.put("stored secrets are unwrapped by the Key Manager only", unwrapping());
        rules.put("only repositories use the entity manager", entityManager());
        rules.put("every service and resource says who may call it", Authorisation.rule());
        rules.put("whoever goes through the approvals gives the own password first", Sensitive.rule());
        rules.put("time and randomness are given, not taken", timeAndRandomness());
        rules.put("only the terminal touches the screen", screen());
        rules.put("keys and passwords are held by closeable classes only", Secrets.rule());
        rules.put("only the holder of the service works by itself", Holding.timers());
        rules.put("statements that write keys pass the fence", Holding.statements());
        rules.put("nothing is deserialised by Java", javaSerialisation());
        rules.put("names say what a thing is", names());
        return rules;
    }

    private ArchRule arrows() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("core")
                .definedBy(in(CORE))
                .layer("jpa")
                .definedBy(in("model"))
                .layer("ejb")
                .definedBy(in(EJB))
                .layer("web")
                .definedBy(in("web"))
                .layer("client")
                .definedBy(in("client"))
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("jpa")
                .mayOnlyAccessLayers("core")
                .whereLayer("ejb")
                .mayOnlyAccessLayers("core", "jpa")
                .whereLayer("web")
                .mayOnlyAccessLayers("core", "jpa", "ejb")
                .whereLayer("client")
                .mayOnlyAccessLayers("core");
    }

    private ArchRule coreWithoutJakarta() {
        return noClasses()
                .that()
                .resideInAnyPackage(in(CORE))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.."));
    }

    private ArchRule cryptographyInCore() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in(CORE))
                .should()
                .dependOnClassesThat(resideInAPackage("org.bouncycastle..")
                        .or(DescribedPredicate.describe("are ciphers", Rules::isCipher)));
    }

    private static boolean isCipher(JavaClass type) {
        return type.getFullName().equals("javax.crypto.Cipher");
    }

    private ArchRule escrowKey() {
        return noClasses()
                .that(DescribedPredicate.not(simpleName("KeyEscrow").or(simpleName("RunningKeys"))))
                .should()
                .callMethodWhere(call("RunningKeys", "escrowKey"));
    }

    private ArchRule unwrapping() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("crypto", "lock", "issuing"))
                .should()
                .callMethodWhere(call("KeyWrap", "unwrap"));
    }

    private static DescribedPredicate<JavaCall<?>> call(String owner, String method) {
        return DescribedPredicate.describe(
                owner + "." + method,
                call -> call.getTargetOwner().getSimpleName().equals(owner)
                        && call.getName().equals(method));
    }

    private ArchRule entityManager() {
        return noClasses()
                .that(DescribedPredicate.not(
                        DescribedPredicate.<JavaClass>describe("are repositories", Rules::isRepository)
                                .or(simpleName("Producers"))))
                .should()
                .dependOnClassesThat(simpleName("EntityManager").and(resideInAPackage("jakarta.persistence..")));
    }

    private static boolean isRepository(JavaClass type) {
        JavaClass outermost = type.getEnclosingClass().orElse(type);
        return outermost.getSimpleName().endsWith("Repository")
                && outermost.getPackageName().endsWith(".model");
    }

    private ArchRule timeAndRandomness() {
        return noClasses()
                .that(DescribedPredicate.not(simpleName("Producers").or(resideInAnyPackage(in("client")))))
                .should()
                .callMethodWhere(DescribedPredicate.describe("reads the clock", Ambient::readsClock))
                .orShould()
                .callConstructorWhere(DescribedPredicate.describe("makes randomness", Ambient::makesRandomness));
    }

    private ArchRule screen() {
        return noClasses()
                .that(DescribedPredicate.not(simpleName("Terminal")))
                .should()
                .accessFieldWhere(DescribedPredicate.describe("the process's streams", Ambient::isScreen));
    }

    private static ArchRule javaSerialisation() {
        return noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "deserialise",
                        type -> type.getFullName().equals("java.io.ObjectInputStream")
                                || type.getFullName().equals("jakarta.jms.ObjectMessage")));
    }

    private static ArchRule names() {
        return classes()
                .should()
                .haveNameNotMatching(
                        ".*(Impl|Helper|Util|Utils|Handler|Processor|Base|Abstract|DTO|Dto|VO|Info|Data)(\\$.*)?");
    }

    private String[] in(String... packages) {
        return Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
    }
}
