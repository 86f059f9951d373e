package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;

class TypedPasswordTest {
    private final TypedPassword field = new TypedPassword();

    @Test
    void nothingGoesBackToThePage() {
        field.setValue(Passphrase.copyOf("seven geese"));
        assertThat(field.getValue()).isNull();
        assertThat(field.toString()).doesNotContain("geese");
    }

    @Test
    void whoeverTakesItOwnsItAndTheFieldIsEmpty() {
        field.setValue(Passphrase.copyOf("seven geese"));
        try (Passphrase taken = field.take().orElseThrow()) {
            assertThat(taken.expose()).isEqualTo("seven geese".toCharArray());
            assertThat(field.take()).isEmpty();
            field.close();
            assertThat(taken.expose()).hasSize(11);
        }
    }

    @Test
    void whatIsTypedOverOrLeftIsWiped() {
        Passphrase first = Passphrase.copyOf("first");
        Passphrase second = Passphrase.copyOf("second");
        field.setValue(first);
        field.setValue(second);
        assertWiped(first);
        field.close();
        assertWiped(second);
        assertThat(field.peek()).isNull();
    }

    private static void assertWiped(Passphrase password) {
        assertThatThrownBy(password::expose).isInstanceOf(IllegalStateException.class);
    }
}
