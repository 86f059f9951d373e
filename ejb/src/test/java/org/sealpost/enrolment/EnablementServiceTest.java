package org.sealpost.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;
import org.sealpost.model.WrongMailboxState;

class EnablementServiceTest {
    private final Office office = new Office();
    private final EnablementService service = office.get(EnablementService.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void enablingHandsOutATokenForThreeDays() {
        IssuedToken token = enable(TestPeople.ALICE.id());
        assertThat(token.address()).isEqualTo("alice@corp.example");
        assertThat(token.expiresAt()).isEqualTo(office.clock.instant().plus(TokenDesk.LIFETIME));
    }

    @Test
    void aNewTokenDiffersAndWithdrawingGivesTheStateBack() {
        IssuedToken first = enable(TestPeople.ALICE.id());
        IssuedToken second = office.call(() -> service.newToken(TestPeople.ALICE.id()));
        assertThat(second.token()).isNotEqualTo(first.token());
        office.assembly.run(() -> service.withdrawToken(TestPeople.ALICE.id()));
        assertThat(search("alice", Optional.empty()).rows())
                .singleElement()
                .extracting(MailboxRow::state)
                .isEqualTo(MailboxState.NOT_ENABLED);
    }

    @Test
    void groupsStrangersAndWrongStatesAreRefused() {
        assertThatThrownBy(() -> enable(TestPeople.STAFF.id())).isInstanceOf(NotAMailbox.class);
        assertThatThrownBy(() -> enable(new MailboxId("nobody"))).isInstanceOf(MailboxNotKnown.class);
        enable(TestPeople.BOB.id());
        assertThatThrownBy(() -> office.call(() -> service.reEnable(TestPeople.BOB.id())))
                .isInstanceOf(WrongMailboxState.class);
    }

    @Test
    void nothingIsEnabledWhileTheKeyManagerIsStopped() {
        office.lock.stop();
        assertThatThrownBy(() -> enable(TestPeople.ALICE.id())).isInstanceOf(KeyManagerUnavailable.class);
    }

    @Test
    void theListShowsEverybodyWithTheirStatePageByPage() {
        enable(TestPeople.BOB.id());
        Page<MailboxRow> first = search("", Optional.empty());
        assertThat(first.rows())
                .extracting(row -> row.entry().login() + " " + row.state())
                .containsExactly("alice NOT_ENABLED", "bob TOKEN_OUT");
        assertThat(first.nextKey()).contains("bob");
    }

    @Test
    void aRareStateIsFoundBehindManyPages() {
        enable(TestPeople.CAROL.id());
        Page<MailboxRow> found = search("", Optional.of(MailboxState.TOKEN_OUT));
        assertThat(found.rows()).extracting(row -> row.entry().login()).containsExactly("carol");
        assertThat(found.nextKey()).isEmpty();
        assertThat(found.rows().get(0).changedAt()).contains(office.clock.instant());
    }

    @Test
    void aUnitNarrowsTheListBesideTheState() {
        enable(TestPeople.BOB.id());
        MailboxQuery sales =
                new MailboxQuery("", Optional.of("Sales"), Optional.of(MailboxState.TOKEN_OUT), Optional.empty(), 2);
        MailboxQuery nowhere = new MailboxQuery("", Optional.of("Nowhere"), Optional.empty(), Optional.empty(), 2);

        assertThat(office.call(() -> service.search(sales)).rows())
                .extracting(row -> row.entry().login())
                .containsExactly("bob");
        assertThat(office.call(() -> service.search(nowhere)).rows()).isEmpty();
    }

    @Test
    void mailboxesAreCountedByState() {
        assertThat(office.call(service::counts)).isEmpty();
        enable(TestPeople.ALICE.id());
        enable(TestPeople.BOB.id());
        assertThat(office.call(service::counts)).containsExactly(Map.entry(MailboxState.TOKEN_OUT, 2L));
    }

    private IssuedToken enable(MailboxId mailbox) {
        return office.call(() -> service.enable(mailbox));
    }

    private Page<MailboxRow> search(String text, Optional<MailboxState> state) {
        return office.call(() -> service.search(new MailboxQuery(text, Optional.empty(), state, Optional.empty(), 2)));
    }
}
