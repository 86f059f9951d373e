package org.sealpost.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkKind;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkVerb;
import org.sealpost.model.Folder;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxState;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.StoredMessageRepository;

/** Three of five people have keys. */
class BulkRevocationTest {
    private final BulkOffice office = new BulkOffice(5);

    @BeforeEach
    void enrol() {
        office.enrolled("p00001", "p00002", "p00003");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theDryRunTakesThoseWithCertificatesAndSaysWhyNotTheOthers() {
        long run = office.plan(revoking(RevocationCause.LEFT, everybody()));
        assertThat(office.items(run))
                .extracting(item -> item.name() + " " + item.state())
                .containsExactly(
                        "The p00001 WAITING",
                        "The p00002 WAITING",
                        "The p00003 WAITING",
                        "The p00004 SKIPPED",
                        "The p00005 SKIPPED");
        office.work();
        assertThat(office.state("p00001")).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void everyCertificateEndsForTheRunsCauseAndTheListsAreSignedOnce() {
        long run = office.started(revoking(RevocationCause.COMPROMISED, everybody()));
        office.work();
        assertThat(office.row(run).state()).isEqualTo(BulkState.FINISHED);
        assertThat(office.row(run).count(BulkItemState.DONE)).isEqualTo(3);
        assertThat(office.row(run).terms().cause()).contains(RevocationCause.COMPROMISED);
        assertThat(List.of("p00001", "p00002", "p00003"))
                .allSatisfy(login -> assertThat(office.state(login)).isEqualTo(MailboxState.REVOKED));
        assertThat(office.publisher.asked).isEqualTo(1);
        assertThat(office.call(
                        () -> office.get(IssuedCertificateRepository.class).unlisted()))
                .as("for the next list")
                .isTrue();
    }

    @Test
    void eachMailboxHasItsEntryInTheLogAndItsOwnerIsTold() {
        office.started(revoking(RevocationCause.LEFT, everybody()));
        office.work();
        assertThat(office.log(Act.REVOKE)).hasSize(3).first().satisfies(said -> {
            assertThat(said.actor()).isEqualTo("ada");
            assertThat(said.subject()).contains("p00001@corp.example");
            assertThat(said.details()).contains("LEFT", "1 certificates", "bulk run 1");
            assertThat(said.grounds().reason()).isEqualTo("branch closed");
        });
        assertThat(office.call(() -> office.get(StoredMessageRepository.class)
                        .page(new MailboxId("id-p00001"), Folder.INBOX, "", Optional.empty(), 5)
                        .rows()))
                .hasSize(1);
    }

    @Test
    void whoHasLeftTheDirectoryIsFoundInAFileAndRevokedAllTheSame() {
        office.people.dismiss(List.of("p00002"));
        BulkChoice file = new BulkChoice.Listed(
                "leavers.csv", List.of("P00002@corp.example", "p00002@corp.example", "nobody@corp.example"));
        long run = office.started(revoking(RevocationCause.LEFT, file));
        assertThat(office.items(run))
                .extracting(item -> item.state() + " "
                        + item.reason().map(BulkItemReason::code).orElse("-"))
                .containsExactly("WAITING -", "SKIPPED duplicate", "SKIPPED unknown");
        office.people.dismiss(List.of("p00001"));
        office.work();
        assertThat(office.state("p00002")).isEqualTo(MailboxState.REVOKED);
    }

    @Test
    void whoLeavesBetweenDryRunAndTurnIsRevokedToo() {
        long run = office.started(revoking(RevocationCause.LEFT, everybody()));
        office.people.dismiss(List.of("p00001", "p00002", "p00003"));
        office.work();
        assertThat(office.row(run).count(BulkItemState.DONE)).isEqualTo(3);
    }

    @Test
    void enablingNamesOnlyThoseOfTheDirectory() {
        office.people.dismiss(List.of("p00002"));
        BulkChoice file = new BulkChoice.Listed("people.csv", List.of("p00002@corp.example"));
        long run = office.plan(new BulkOrder(BulkKind.ENABLE, Optional.empty(), file, ""));
        assertThat(office.items(run))
                .singleElement()
                .extracting(BulkItemRow::reason)
                .isEqualTo(Optional.of(new BulkItemReason("unknown", "")));
    }

    @Test
    void whoWasRevokedMeanwhileIsSaidAndNotRevokedTwice() {
        long first = office.started(revoking(RevocationCause.LEFT, everybody()));
        long second = office.started(revoking(RevocationCause.COMPROMISED, everybody()));
        office.work();
        assertThat(office.row(first).count(BulkItemState.DONE)).isEqualTo(3);
        assertThat(office.row(second).count(BulkItemState.FAILED)).isEqualTo(3);
        assertThat(office.items(second).get(0).reason()).contains(new BulkItemReason("state", "REVOKED"));
        assertThat(office.log(Act.REVOKE)).hasSize(3);
    }

    @Test
    void itPausesGoesOnAndIsGivenUpAsEveryRun() {
        long run = office.started(revoking(RevocationCause.LEFT, everybody()));
        office.steer(run, BulkVerb.PAUSE);
        office.work();
        assertThat(office.state("p00001")).isEqualTo(MailboxState.ENABLED);
        office.steer(run, BulkVerb.RESUME);
        office.steer(run, BulkVerb.CANCEL);
        office.work();
        assertThat(office.row(run).count(BulkItemState.LEFT_OUT)).isEqualTo(3);
        assertThat(office.state("p00001")).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void whileTheKeyManagerIsStoppedItWaits() {
        long run = office.started(revoking(RevocationCause.LEFT, everybody()));
        office.lock.stop();
        office.work();
        assertThat(office.row(run).past()).isZero();
        assertThat(office.row(run).state()).isEqualTo(BulkState.RUNNING);
    }

    @Test
    void thoseWhoAgreeAreToldTheCause() {
        long run = office.plan(revoking(RevocationCause.LEFT, everybody()));
        BulkStart start = new BulkStart(BulkKind.REVOKE, office.get(BulkDesk.class));
        assertThat(office.call(() -> start.explain(BulkStart.payload(run))).arguments())
                .containsExactly(run, 3L, "*", RevocationCause.LEFT);
    }

    @ParameterizedTest(name = "{0} because of {1}, \"{2}\": {3}")
    @CsvSource({
        "REVOKE, LEFT,        branch closed, true",
        "REVOKE, COMPROMISED, laptop stolen, true",
        "REVOKE, LEFT,        '',            false",
        "REVOKE, LEFT,        ' ',           false",
        "REVOKE, ,            branch closed, false",
        "ENABLE, ,            '',            true",
        "ENABLE, LEFT,        new branch,    false",
        "REMIND, ,            '',            true",
        "REMIND, COMPROMISED, please,        false",
    })
    void revokingAndNothingElseNeedsItsCauseAndAReason(
            BulkKind kind, @Nullable RevocationCause cause, String reason, boolean clear) {
        BulkOrder order = new BulkOrder(kind, Optional.ofNullable(cause), everybody(), reason);
        if (clear) {
            assertThatCode(order::requireClear).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(order::requireClear).isInstanceOf(UnclearRevocation.class);
        }
    }

    private static BulkChoice everybody() {
        return new BulkChoice.People("", Optional.empty());
    }

    private static BulkOrder revoking(RevocationCause cause, BulkChoice choice) {
        return new BulkOrder(BulkKind.REVOKE, Optional.of(cause), choice, "branch closed");
    }
}
