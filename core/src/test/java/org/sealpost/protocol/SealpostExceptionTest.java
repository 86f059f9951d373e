package org.sealpost.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealpostExceptionTest {
    private static final class Sample extends WrongState {
        private static final long serialVersionUID = 1;

        Sample() {
            super("mailbox-state", "alice@corp.example", 3);
        }

        Sample(Throwable cause) {
            super("mailbox-state", cause, List.of("alice@corp.example"));
        }
    }

    @Test
    void failureNamesItsTextAndGivesItsArguments() {
        Sample sample = new Sample();
        assertThat(sample.code()).isEqualTo("mailbox-state");
        assertThat(sample.arguments()).containsExactly("alice@corp.example", 3);
        assertThat(sample).hasMessage("mailbox-state [alice@corp.example, 3]").hasNoCause();
    }

    @Test
    void causeIsKeptForTheLog() {
        IllegalStateException cause = new IllegalStateException("library");
        assertThat(new Sample(cause)).hasCause(cause);
        assertThat(new Sample(cause).getMessage()).doesNotContain("library");
    }

    @Test
    void kindsAreClosedSoThatTheEdgeCanMapThemAll() {
        assertThat(Arrays.stream(SealpostException.class.getPermittedSubclasses())
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrder("BadInput", "NotAuthentic", "WrongState", "NotFound", "Unavailable");
    }
}
