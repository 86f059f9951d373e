package org.sealpost.web.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;

class TypedTwiceTest {
    private static final String GOOD = "seven geese at the pond";

    private final TypedTwice fields = new TypedTwice();
    private final Refused refused = new Refused();

    @Test
    void aGoodPasswordTypedTwiceIsAccepted() {
        type(GOOD, GOOD);
        assertThat(accepted()).isPresent();
        assertThat(refused.said).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(accepted()).isEmpty();
        type("short", "short");
        assertThat(accepted()).isEmpty();
        type(GOOD, GOOD + "!");
        assertThat(accepted()).isEmpty();
        type(GOOD, null);
        assertThat(accepted()).isEmpty();
        type("I am alice and so on", "I am alice and so on");
        assertThat(accepted()).isEmpty();

        assertThat(refused.said)
                .containsExactly(
                        "form:password setup.password.missing",
                        "form:password setup.password.short",
                        "form:again setup.password.differs",
                        "form:again setup.password.differs",
                        "form:password setup.password.name");
    }

    @Test
    void closingWipesBothAndAcceptingDoesNot() {
        type(GOOD, GOOD);
        Passphrase password = accepted().orElseThrow();
        assertThat(password.length()).isEqualTo(GOOD.length());
        fields.close();
        assertThatThrownBy(password::expose).isInstanceOf(IllegalStateException.class);
        assertThat(accepted()).isEmpty();
    }

    @Test
    void nothingGoesBackToThePage() {
        type(GOOD, GOOD);
        assertThat(fields.getPassword()).isNull();
        assertThat(fields.getAgain()).isNull();
    }

    private void type(String password, @Nullable String again) {
        fields.setPassword(Passphrase.copyOf(password));
        fields.setAgain(again == null ? null : Passphrase.copyOf(again));
    }

    private Optional<Passphrase> accepted() {
        return fields.accepted("form", "alice", refused);
    }

    /** Keeps what a page would say at its fields. */
    private static final class Refused extends MailTexts {
        final List<String> said = new ArrayList<>();

        @Override
        public void refuse(@Nullable String field, String key, Object... arguments) {
            said.add(field + " " + key);
        }
    }
}
