package org.sealpost.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * A class that keeps a key or a password can be closed, and wipes it then. Pages' beans are no exception: they keep what
 * was typed in a field of such a class.
 */
final class Secrets {
    private static final Set<String> SECRET = Set.of(
            "java.security.PrivateKey",
            "java.security.KeyPair",
            "javax.crypto.SecretKey",
            "org.sealpost.crypto.SecretBytes",
            "org.sealpost.crypto.Passphrase",
            "[C");

    /** They only pass on what belongs to somebody else, who closes it. */
    private static final Set<String> BORROWERS =
            Set.of("org.sealpost.epf.PasswordMac$BorrowedPassword", "org.sealpost.smime.EntityDecryptor$Reread");

    private Secrets() {}

    static ArchRule rule() {
        return fields().that(DescribedPredicate.describe("hold a secret", Secrets::isSecret))
                .should()
                .beDeclaredInClassesThat()
                .areAssignableTo(AutoCloseable.class);
    }

    private static boolean isSecret(JavaField field) {
        boolean constant = field.getModifiers().contains(JavaModifier.STATIC);
        boolean borrowed = BORROWERS.contains(field.getOwner().getName());
        return !constant && !borrowed && SECRET.contains(field.getRawType().getName());
    }
}
