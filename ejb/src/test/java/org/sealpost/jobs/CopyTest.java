package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.jobs.Corp.bcc;
import static org.sealpost.jobs.Corp.cc;
import static org.sealpost.jobs.Corp.to;

import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTest {
    @Test
    void encryptedTheNamedRecipientsShareTheSendersCopyAndEachBlindOneHasAnother() {
        assertThat(Copy.apart(List.of(bcc("dave"), to("bob"), cc("carol"), bcc("erin"))))
                .containsExactly(
                        new Copy(true, List.of(to("bob"), cc("carol"))),
                        new Copy(false, List.of(bcc("dave"))),
                        new Copy(false, List.of(bcc("erin"))));
    }

    @Test
    void unencryptedEverybodySharesOneCopy() {
        assertThat(Copy.together(List.of(to("bob"), bcc("dave"))))
                .containsExactly(new Copy(true, List.of(to("bob"), bcc("dave"))));
    }

    @Test
    void whoeverIsNamedOpenlyAndBlindlyGetsItOnceOpenly() {
        assertThat(Copy.apart(List.of(bcc("bob"), to("bob"), cc("bob"))))
                .containsExactly(new Copy(true, List.of(to("bob"))));
        assertThat(Copy.together(List.of(bcc("bob"), to("bob")))).containsExactly(new Copy(true, List.of(to("bob"))));
    }

    @Test
    void withBlindRecipientsOnlyTheSendersCopyIsTheirsAlone() {
        assertThat(Copy.apart(List.of(bcc("bob"))))
                .containsExactly(new Copy(true, List.of()), new Copy(false, List.of(bcc("bob"))));
    }
}
