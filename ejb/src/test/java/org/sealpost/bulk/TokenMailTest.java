package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.TokenDesk;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.model.Act;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.Folder;
import org.sealpost.model.MailboxId;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.protocol.TokenCode;
import org.sealpost.settings.TokenMailConfiguration;

/** Three people got a token each in a run that is over. */
class TokenMailTest {
    private final BulkOffice office = new BulkOffice(3);
    private long run;

    @BeforeEach
    void enable() {
        run = office.started(BulkOffice.enabling());
        office.work();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void itIsForbiddenUnlessTheServersOperatorAllowsIt() {
        assertThat(service().allowed()).isFalse();
        assertThatThrownBy(() -> sendRun(false)).isInstanceOf(TokenMailForbidden.class);
        IssuedToken single = single("p00001");
        assertThatThrownBy(() -> send(single, false)).isInstanceOf(TokenMailForbidden.class);
        assertThat(inbox("p00001")).isEmpty();
        assertThat(office.log(Act.MAIL_TOKEN)).isEmpty();
    }

    @Test
    void eachTokenGoesToItsMailboxAloneAndIntoTheLog() {
        allow();
        List<TokenToTake> tokens =
                office.call(() -> office.get(TokenStore.class).take(run, "test"));
        assertThat(sendRun(false)).isEqualTo(new MailedTokens(3, 0, 0));
        assertThat(inbox("p00002")).singleElement().satisfies(message -> {
            assertThat(message.label().subject()).isEqualTo("Your token for Advanced Security");
            assertThat(message.seen()).isFalse();
            assertThat(text(message))
                    .contains("Dear The p00002,", tokens.get(1).token())
                    .doesNotContain(tokens.get(0).token(), tokens.get(2).token(), "%TOKEN%");
        });
        assertThat(office.log(Act.MAIL_TOKEN)).hasSize(3).first().satisfies(said -> {
            assertThat(said.actor()).isEqualTo("ada");
            assertThat(said.subject()).contains("p00001@corp.example");
            assertThat(said.details())
                    .isEqualTo("bulk run " + run)
                    .doesNotContain(tokens.get(0).token());
        });
    }

    @Test
    void theCopyInSentHasTheTextAndNoToken() {
        allow();
        office.run(() -> office.get(TokenStore.class).change("Hello %NAME%, here it is: %TOKEN%"));
        List<TokenToTake> tokens =
                office.call(() -> office.get(TokenStore.class).take(run, "test"));
        sendRun(false);
        assertThat(messages("ada", Folder.SENT)).singleElement().satisfies(copy -> {
            assertThat(copy.seen()).isTrue();
            assertThat(copy.label().recipientLine()).isEqualTo("bulk run " + run + ": 3");
            assertThat(text(copy)).contains("Hello %NAME%, here it is: %TOKEN%");
            tokens.forEach(token -> assertThat(text(copy)).doesNotContain(token.token()));
        });
    }

    @Test
    void nobodyGetsATokenTwiceUnlessThatIsAskedFor() {
        allow();
        sendRun(false);
        assertThat(sendRun(false)).isEqualTo(new MailedTokens(0, 3, 0));
        assertThat(inbox("p00001")).hasSize(1);
        assertThat(messages("ada", Folder.SENT))
                .as("nothing went out, nothing was kept")
                .hasSize(1);
        assertThat(sendRun(true)).isEqualTo(new MailedTokens(3, 0, 0));
        assertThat(inbox("p00001")).hasSize(2);
    }

    @Test
    void aTokenThatWasReplacedOrHasRunOutIsNotSent() {
        allow();
        single("p00002");
        assertThat(sendRun(false)).isEqualTo(new MailedTokens(2, 0, 1));
        assertThat(inbox("p00002")).isEmpty();
        office.clock.pass(Duration.ofHours(73));
        assertThat(sendRun(true)).isEqualTo(new MailedTokens(0, 0, 3));
    }

    @Test
    void thereIsNothingToSendWhileARunGoesOnAndAfterItsTokensAreWiped() {
        allow();
        office.run(() -> office.get(TokenStore.class).wipe(run));
        assertThatThrownBy(() -> sendRun(false)).isInstanceOf(NoTokensToTake.class);
        long planned = office.plan(BulkOffice.enabling());
        assertThatThrownBy(() -> office.call(() -> service().sendRun(planned, false)))
                .isInstanceOf(NoTokensToTake.class);
    }

    @Test
    void aSingleTokenGoesOnceToo() {
        allow();
        IssuedToken token = single("p00003");
        send(token, false);
        assertThat(inbox("p00003")).singleElement().satisfies(message -> assertThat(text(message))
                .contains(token.token()));
        assertThat(messages("ada", Folder.SENT)).singleElement().satisfies(copy -> assertThat(text(copy))
                .doesNotContain(token.token()));
        assertThatThrownBy(() -> send(token, false)).isInstanceOf(TokenMailedBefore.class);
        send(token, true);
        assertThat(inbox("p00003")).hasSize(2);
    }

    @Test
    void whatARunHasSentIsNotSentAloneAgain() {
        allow();
        List<TokenToTake> tokens =
                office.call(() -> office.get(TokenStore.class).take(run, "test"));
        sendRun(false);
        IssuedToken shown = new IssuedToken("p00001@corp.example", tokens.get(0).token(), office.clock.instant());
        assertThatThrownBy(() -> send(shown, false)).isInstanceOf(TokenMailedBefore.class);
    }

    @Test
    void onlyTheTokenThatCountsIsSentAndOnlyToItsMailbox() {
        allow();
        String other = TokenCode.generate(new SecureRandom()).text();
        IssuedToken invented = new IssuedToken("p00001@corp.example", other, office.clock.instant());
        assertThatThrownBy(() -> send(invented, false)).isInstanceOf(TokenNotLive.class);
        IssuedToken misdirected =
                new IssuedToken("p00002@corp.example", single("p00001").token(), office.clock.instant());
        assertThatThrownBy(() -> send(misdirected, false)).isInstanceOf(TokenNotLive.class);
        assertThat(inbox("p00002")).isEmpty();
    }

    private void allow() {
        office.assembly.give(TokenMailConfiguration.class, new TokenMailConfiguration(true));
    }

    private TokenMailService service() {
        return office.get(TokenMailService.class);
    }

    private MailedTokens sendRun(boolean again) {
        return office.call(() -> service().sendRun(run, again));
    }

    private void send(IssuedToken token, boolean again) {
        office.run(() -> service().send(token.address(), token.token(), again));
    }

    private IssuedToken single(String login) {
        return office.call(() -> office.get(TokenDesk.class).enable(ManyPeople.person(login), "ada"));
    }

    private List<StoredMessage> inbox(String login) {
        return messages(login, Folder.INBOX);
    }

    private List<StoredMessage> messages(String login, Folder folder) {
        return office.call(() -> office.get(StoredMessageRepository.class)
                .page(new MailboxId("id-" + login), folder, "", Optional.empty(), 10)
                .rows());
    }

    private String text(StoredMessage message) {
        byte[] octets = office.call(() -> {
            StoredMessage stored = office.get(StoredMessageRepository.class)
                    .byId(message.owner(), message.id())
                    .orElseThrow();
            return office.get(ContentRepository.class)
                    .chunk(stored.content().id(), 0)
                    .orElseThrow();
        });
        try {
            return new MessageReader(MimeLimits.STANDARD)
                    .read(MessageSource.of(octets))
                    .text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
