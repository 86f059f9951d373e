package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.enrolment.Enrolled;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItem;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkRepository;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkVerb;
import org.sealpost.model.Folder;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.model.WrongBulkState;

/** Alice is enabled already; bob and carol are not. */
class BulkRunnerTest {
    private final Enrolled alice = Enrolled.alice();
    private final BulkDesk desk = alice.get(BulkDesk.class);
    private final BulkRunner runner = alice.get(BulkRunner.class);
    private final TokenStore store = alice.get(TokenStore.class);

    @AfterEach
    void close() {
        alice.close();
    }

    @Test
    void theDryRunSaysWhoAndWhyNotAndDoesNothing() {
        long run = plan(
                BulkKind.ENABLE,
                new BulkChoice.Listed(
                        "people.csv",
                        List.of(
                                "alice@corp.example",
                                "bob@corp.example",
                                "bob@corp.example",
                                "nobody@corp.example",
                                "staff@corp.example")));
        assertThat(items(run))
                .extracting(item -> item.address() + " " + item.state() + " "
                        + item.reason().map(BulkItemReason::code).orElse("-"))
                .containsExactly(
                        "alice@corp.example SKIPPED state",
                        "bob@corp.example WAITING -",
                        "bob@corp.example SKIPPED duplicate",
                        "nobody@corp.example SKIPPED unknown",
                        "staff@corp.example SKIPPED group");
        work();
        assertThat(state("id-bob")).isEqualTo(MailboxState.NOT_ENABLED);
    }

    @Test
    void aGroupBringsItsMembersAndNamesThoseWithoutAMailbox() {
        long run = plan(BulkKind.ENABLE, new BulkChoice.Group("staff@corp.example"));
        assertThat(items(run))
                .extracting(item -> item.name() + " " + item.state())
                .containsExactly("The alice SKIPPED", "The bob WAITING", "Dave SKIPPED");
    }

    @Test
    void everybodyPlannedHasATurnOnceAndATokenIsKeptSealed() {
        long run = started(BulkKind.ENABLE, everybody());
        work();
        assertThat(row(run).state()).isEqualTo(BulkState.FINISHED);
        assertThat(row(run).percent()).isEqualTo(100);
        assertThat(state("id-bob")).isEqualTo(MailboxState.TOKEN_OUT);
        assertThat(state("id-carol")).isEqualTo(MailboxState.TOKEN_OUT);
        work();
        assertThat(alice.acts().stream().filter(Act.ENABLE::equals)).hasSize(1 + 2);
        String token = tokens(run).get(0).token();
        assertThat(sealed(run)).hasSize(2).allSatisfy(kept -> assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(token));
    }

    @Test
    void whoseTurnHasPassedIsNotTakenAgain() {
        long run = started(BulkKind.ENABLE, everybody());
        work();
        String first = tokens(run).get(0).token();
        BulkItem.Key done = new BulkItem.Key(run, 2);
        alice.run(() -> alice.get(BulkSteps.class).take(done, Optional.of(alice.entry())));
        alice.run(() -> alice.get(BulkSteps.class).fail(done, "late"));
        assertThat(tokens(run).get(0).token()).isEqualTo(first);
    }

    @Test
    void aPausedRunRestsAndGoesOnWhereItStopped() {
        long run = started(BulkKind.ENABLE, everybody());
        steer(run, BulkVerb.PAUSE);
        work();
        assertThat(row(run).past()).isZero();
        steer(run, BulkVerb.RESUME);
        work();
        assertThat(row(run).count(BulkItemState.DONE)).isEqualTo(2);
    }

    @Test
    void aCancelledRunLeavesTheRestOut() {
        long run = started(BulkKind.ENABLE, everybody());
        steer(run, BulkVerb.CANCEL);
        work();
        assertThat(row(run).count(BulkItemState.LEFT_OUT)).isEqualTo(2);
        assertThat(state("id-bob")).isEqualTo(MailboxState.NOT_ENABLED);
        assertThatThrownBy(() -> steer(run, BulkVerb.RESUME)).isInstanceOf(WrongBulkState.class);
    }

    @Test
    void whatChangedSinceTheDryRunIsSaidAndNotDoneTwice() {
        long first = started(BulkKind.ENABLE, everybody());
        long second = started(BulkKind.ENABLE, everybody());
        work();
        assertThat(row(first).count(BulkItemState.DONE)).isEqualTo(2);
        assertThat(items(second).get(1).state()).isEqualTo(BulkItemState.FAILED);
        assertThat(items(second).get(1).reason()).contains(new BulkItemReason("state", "TOKEN_OUT"));
    }

    @Test
    void remindersGoToThoseWhoHaveKeys() {
        long run = started(BulkKind.REMIND, everybody());
        work();
        assertThat(row(run).count(BulkItemState.DONE)).isEqualTo(1);
        assertThat(alice.call(() -> alice.get(StoredMessageRepository.class)
                        .page(alice.id(), Folder.INBOX, "", Optional.empty(), 5)
                        .rows()))
                .singleElement()
                .extracting(message -> message.label().subject())
                .isEqualTo("Please renew your keys");
    }

    @Test
    void aPlannedRunCanBeStartedOnceAndOnlyWithSomebodyInIt() {
        BulkStart start = new BulkStart(BulkKind.ENABLE, desk);
        long nobody = plan(BulkKind.ENABLE, new BulkChoice.People("alice", Optional.empty()));
        assertThatThrownBy(() -> alice.run(() -> start.check(BulkStart.payload(nobody))))
                .isInstanceOf(NobodyToTake.class);
        long run = started(BulkKind.ENABLE, everybody());
        assertThatThrownBy(() -> alice.run(() -> start.check(BulkStart.payload(run))))
                .isInstanceOf(WrongBulkState.class);
        assertThat(alice.call(() -> start.explain(BulkStart.payload(run))).arguments())
                .containsExactly(run, 2L, "*");
    }

    @Test
    void tokensAreTakenOnlyWhenAllAreThereAndGoneWhenConfirmed() {
        long run = started(BulkKind.ENABLE, everybody());
        assertThatThrownBy(() -> tokens(run)).isInstanceOf(NoTokensToTake.class);
        work();
        assertThat(tokens(run)).extracting(TokenToTake::name).containsExactly("The bob", "The carol");
        assertThat(tokens(run)).as("again, in case the printer jammed").hasSize(2);
        alice.run(() -> store.wipe(run));
        assertThatThrownBy(() -> tokens(run)).isInstanceOf(NoTokensToTake.class);
        assertThat(alice.acts()).endsWith(Act.TAKE_TOKENS, Act.TAKE_TOKENS, Act.WIPE_TOKENS);
    }

    @Test
    void tokensThatNobodyTakesAreWipedAfterADay() {
        long run = started(BulkKind.ENABLE, everybody());
        work();
        alice.clock().pass(BulkSteps.KEPT.plus(Duration.ofMinutes(1)));
        alice.run(() -> alice.get(BulkSweep.class).wipe());
        assertThat(row(run).tokens()).isZero();
    }

    @Test
    void eachLetterHasItsPageAndItsToken() throws IOException {
        long run = started(BulkKind.ENABLE, everybody());
        work();
        List<TokenToTake> tokens = tokens(run);
        byte[] pdf = alice.get(TokenLetters.class).write(tokens, alice.call(store::text));
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(2))
                    .contains("carol@corp.example", tokens.get(1).token())
                    .doesNotContain(tokens.get(0).token());
        }
    }

    @Test
    void theOrganisationsOwnTextMustSayWhereTheTokenGoes() {
        assertThatThrownBy(() -> alice.run(() -> store.change("Dear %NAME%"))).isInstanceOf(LetterWithoutToken.class);
        alice.run(() -> store.change("Dear %NAME%: %TOKEN%"));
        assertThat(alice.call(store::text)).isEqualTo("Dear %NAME%: %TOKEN%");
    }

    private static BulkChoice everybody() {
        return new BulkChoice.People("", Optional.empty());
    }

    private long plan(BulkKind kind, BulkChoice choice) {
        return alice.call(() -> desk.plan(
                new BulkOrder(kind, Optional.empty(), choice, "new branch"),
                alice.get(Candidates.class).of(choice, kind)));
    }

    private long started(BulkKind kind, BulkChoice choice) {
        long run = plan(kind, choice);
        alice.run(() -> desk.start(run));
        return run;
    }

    private void work() {
        alice.run(runner::work);
    }

    private void steer(long run, BulkVerb verb) {
        alice.run(() -> desk.steer(run, verb));
    }

    private BulkRunRow row(long run) {
        return alice.call(() -> desk.row(run));
    }

    private List<BulkItemRow> items(long run) {
        return alice.call(() -> desk.items(new BulkItemQuery(run, "", Optional.empty(), Optional.empty(), 50)))
                .rows();
    }

    private List<TokenToTake> tokens(long run) {
        return alice.call(() -> store.take(run, "test"));
    }

    private List<byte[]> sealed(long run) {
        return alice.call(() -> alice.get(BulkRepository.class).withToken(run).stream()
                .map(item -> item.sealedToken().orElseThrow())
                .toList());
    }

    private MailboxState state(String id) {
        return alice.call(() -> alice.get(MailboxRepository.class)
                .byId(new MailboxId(id))
                .map(mailbox -> mailbox.state())
                .orElse(MailboxState.NOT_ENABLED));
    }
}
