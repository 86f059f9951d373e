package org.sealpost.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.Folder;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.settings.ServerConfiguration;

class NoticesTest {
    private static final MailboxId ALICE = new MailboxId("alice-id");
    private static final MailboxId BOB = new MailboxId("bob-id");

    private final TestClock clock = new TestClock();
    private Assembly assembly = KeyManagers.assembly(clock, "admin");

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void aNoticeLiesUnreadInTheInboxOfItsMailboxAlone() {
        alice();
        tell(ALICE, Notice.revoked(clock.instant(), "LEFT"));
        StoredMessage notice = inbox(ALICE).get(0);
        assertThat(notice.seen()).isFalse();
        assertThat(notice.label().senderName()).isEqualTo("Key Manager");
        assertThat(notice.label().senderAddress()).isEqualTo("key-manager@corp.example");
        assertThat(notice.label().recipientLine()).isEqualTo("alice@corp.example");
        assertThat(notice.label().seal()).isEqualTo(Seal.PLAIN);
        assertThat(inbox(BOB)).isEmpty();
    }

    @Test
    void isAWholeMessageThatSaysThatNobodyReadsAnswers() {
        alice();
        Instant until = clock.instant().plus(Duration.ofDays(3));
        tell(ALICE, Notice.approvalWaiting("Recover", "Bob", "Carol (admin)", "Bob forgot it", until));
        ReadMessage message = read(ALICE);
        assertThat(message.headers().singleAuthor().orElseThrow().spec()).isEqualTo("key-manager@corp.example");
        assertThat(message.headers().subject()).isEqualTo("Your approval is asked for: Recover, Bob");
        assertThat(message.text())
                .contains("Carol (admin) asks for your approval")
                .contains("Reason given: Bob forgot it")
                .contains("Nov 27, 2026")
                .contains("Written by the Key Manager of Sealpost Sample. Nobody reads answers to this address.");
    }

    @Test
    void nothingInAnArgumentBeginsAnotherHeaderLineOrIsTakenForAPlaceholder() {
        alice();
        tell(
                ALICE,
                Notice.approvalWaiting("Recover", "Bob\r\nBcc: eve@x.example", "{3}", "'{0}' & <b>", clock.instant()));
        ReadMessage message = read(ALICE);
        assertThat(message.headers().subject())
                .isEqualTo("Your approval is asked for: Recover, Bob  Bcc: eve@x.example");
        assertThat(message.text()).contains("{3} asks").contains("Reason given: '{0}' & <b>");
    }

    @Test
    void theOrganisationsLanguageIsUsed() {
        speaking("de");
        alice();
        tell(ALICE, Notice.expiry(clock.instant(), clock.instant().plus(Duration.ofDays(7))));
        ReadMessage message = read(ALICE);
        assertThat(message.headers().subject()).isEqualTo("Die Erweiterte Sicherheit endet in 7 Tagen");
        assertThat(message.text()).contains("01.12.2026").contains("Ihre alte Post bleibt lesbar");
    }

    @Test
    void aLanguageWithoutTextsGetsEnglish() {
        speaking("fr");
        tell(ALICE, Notice.keyRecovered(clock.instant(), "Carol", "Dave, Erin"));
        assertThat(read(ALICE).headers().subject()).isEqualTo("Your encryption keys were recovered");
    }

    @Test
    void whoWasNeverEnabledIsToldToo() {
        tell(BOB, Notice.keyReleased(clock.instant(), "Carol", "Dave"));
        assertThat(inbox(BOB)).hasSize(1);
        assertThat(inbox(BOB).get(0).label().recipientLine()).isEmpty();
    }

    @Test
    void severalNoticesAreSeveralMessages() {
        for (int days : new int[] {30, 14, 7, 1}) {
            tell(ALICE, Notice.expiry(clock.instant(), clock.instant().plus(Duration.ofDays(days))));
        }
        assertThat(inbox(ALICE))
                .extracting(one -> one.label().subject())
                .containsExactly(
                        "Advanced Security ends in one day",
                        "Advanced Security ends in 7 days",
                        "Advanced Security ends in 14 days",
                        "Advanced Security ends in 30 days");
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        assertThatThrownBy(() -> assembly.run(() -> {
                    assembly.get(Notices.class).tell(ALICE, Notice.revoked(clock.instant(), "LEFT"));
                    throw new IllegalStateException("afterwards");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inbox(ALICE)).isEmpty();
    }

    private void speaking(String language) {
        assembly.close();
        assembly = KeyManagers.assembly(clock, "admin")
                .give(ServerConfiguration.class, ServerConfiguration.from(Map.of("sealpost.language", language)::get));
    }

    private void alice() {
        assembly.run(() ->
                assembly.get(MailboxRepository.class).add(new Mailbox(ALICE, "alice@corp.example", clock.instant())));
    }

    private void tell(MailboxId to, Notice notice) {
        assembly.run(() -> assembly.get(Notices.class).tell(to, notice));
    }

    private List<StoredMessage> inbox(MailboxId owner) {
        return assembly.inTransaction(() -> assembly.get(StoredMessageRepository.class)
                .page(owner, Folder.INBOX, "", Optional.empty(), 10)
                .rows());
    }

    private ReadMessage read(MailboxId owner) {
        return assembly.inTransaction(() -> {
            StoredMessage notice = assembly.get(StoredMessageRepository.class)
                    .page(owner, Folder.INBOX, "", Optional.empty(), 1)
                    .rows()
                    .get(0);
            byte[] octets = assembly.get(ContentRepository.class)
                    .chunk(notice.content().id(), 0)
                    .orElseThrow();
            try {
                return new MessageReader(MimeLimits.STANDARD).read(MessageSource.of(octets));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
