package org.sealpost.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.enrolment.Enrolled;
import org.sealpost.model.Folder;
import org.sealpost.model.MailboxId;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;

class DigestTest {
    private static final MailboxId ADA = new MailboxId("id-ada");

    private final Enrolled alice = Enrolled.alice();

    @AfterEach
    void close() {
        alice.close();
    }

    @Test
    void nothingIsSaidWhenThereIsNothingToSay() {
        tell();
        assertThat(told()).isEmpty();
    }

    @Test
    void endingCertificatesAreToldEveryDay() {
        alice.clock().pass(Duration.ofDays(350));
        tell();
        tell();
        assertThat(told()).hasSize(2).allSatisfy(message -> assertThat(
                        message.label().subject())
                .isEqualTo("Sealpost today: what needs a look"));
    }

    private void tell() {
        alice.run(() -> alice.get(Digest.class).tell(ADA, Set.of("mailbox-admin")));
    }

    private List<StoredMessage> told() {
        return alice.call(() -> alice.get(StoredMessageRepository.class)
                .page(ADA, Folder.INBOX, "", Optional.empty(), 5)
                .rows());
    }
}
