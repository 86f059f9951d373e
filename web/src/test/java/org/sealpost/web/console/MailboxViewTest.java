package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.audit.AuditLine;
import org.sealpost.audit.AuditService;
import org.sealpost.crypto.MailProgram;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.MailboxQuery;
import org.sealpost.enrolment.MailboxRow;
import org.sealpost.enrolment.OwnSecurity;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;
import org.sealpost.web.Person;

class MailboxViewTest {

    private static final MailboxId ALICE = new MailboxId("289fdcc5");
    private static final IssuedToken TOKEN =
            new IssuedToken("alice@corp.example", "9YP0K-FW54V-8", Instant.parse("2026-11-27T10:00:00Z"));

    private final List<String> asked = new ArrayList<>();
    private final NoticesStandIn notices = new NoticesStandIn();
    private final MailboxView view = new MailboxView();
    private MailboxState state = MailboxState.NOT_ENABLED;
    private boolean auditor;

    @BeforeEach
    void openThePage() {
        view.enablement = new EnablementStandIn();
        view.security = new SecurityStandIn();
        view.audit = new AuditStandIn();
        view.handover = new HandoverView();
        view.texts = notices;
        view.mailboxes = new MailboxesView();
        view.mailboxes.enablement = view.enablement;
        view.person = new Person() {
            @Override
            public boolean isAuditReader() {
                return auditor;
            }
        };
    }

    @Test
    void enablingShowsTheTokenUntilItIsForgotten() {
        view.enable(ALICE);
        assertThat(view.handover.isOpen()).isTrue();
        assertThat(view.handover.getText()).isEqualTo(TOKEN.token());
        assertThat(view.handover.getGroups()).containsExactly("9YP0K", "FW54V", "8");
        assertThat(view.handover.getAddress()).isEqualTo("alice@corp.example");
        assertThat(view.handover.getExpires()).isEqualTo(TOKEN.expiresAt());
        view.handover.forget();
        assertThat(view.handover.isOpen()).isFalse();
        assertThat(view.handover.getText()).isEmpty();
        assertThat(view.handover.getExpires()).isNull();
    }

    @Test
    void everyChangeReadsTheListAgain() {
        view.enable(ALICE);
        assertThat(asked).containsExactly("enable 289fdcc5", "search");
    }

    @Test
    void onlyTheVerbsOfTheStateAreOffered() {
        assertThat(view.allows("REVOKE")).as("nothing is open").isFalse();
        state = MailboxState.ENABLED;
        view.select(ALICE);
        assertThat(view.allows("REVOKE")).isTrue();
        assertThat(view.allows("WITHDRAW_TOKEN")).isFalse();
        state = MailboxState.TOKEN_OUT;
        view.select(ALICE);
        assertThat(view.allows("WITHDRAW_TOKEN")).isTrue();
    }

    @Test
    void aNewTokenForTheOpenMailboxIsShownAndTheDetailsClose() {
        state = MailboxState.TOKEN_OUT;
        view.select(ALICE);
        view.newToken();
        assertThat(asked).contains("newToken 289fdcc5");
        assertThat(view.handover.isOpen()).isTrue();
        assertThat(view.getSelected()).isNull();
    }

    @Test
    void aRevokedMailboxGetsATokenByItsOwnVerb() {
        state = MailboxState.REVOKED;
        view.select(ALICE);
        view.reEnable();
        assertThat(asked).contains("reEnable 289fdcc5");
        assertThat(view.handover.isOpen()).isTrue();
    }

    @Test
    void withdrawingIsConfirmedAndShowsNoToken() {
        state = MailboxState.TOKEN_OUT;
        view.select(ALICE);
        view.withdraw();
        assertThat(asked).contains("withdraw 289fdcc5");
        assertThat(notices.shown).containsExactly("mailboxes.withdrawn");
        assertThat(view.handover.isOpen()).isFalse();
    }

    @Test
    void theHistoryIsReadOnlyForThoseWhoMayReadTheTrail() {
        view.select(ALICE);
        assertThat(asked).doesNotContain("history 289fdcc5");
        auditor = true;
        view.select(ALICE);
        assertThat(asked).contains("history 289fdcc5");
    }

    private final class EnablementStandIn extends EnablementService {

        @Override
        public IssuedToken enable(MailboxId mailbox) {
            asked.add("enable " + mailbox);
            return TOKEN;
        }

        @Override
        public IssuedToken newToken(MailboxId mailbox) {
            asked.add("newToken " + mailbox);
            return TOKEN;
        }

        @Override
        public IssuedToken reEnable(MailboxId mailbox) {
            asked.add("reEnable " + mailbox);
            return TOKEN;
        }

        @Override
        public void withdrawToken(MailboxId mailbox) {
            asked.add("withdraw " + mailbox);
        }

        @Override
        public Page<MailboxRow> search(MailboxQuery query) {
            asked.add("search");
            return new Page<>(List.of(), Optional.empty());
        }
    }

    private final class SecurityStandIn extends OwnSecurityService {

        @Override
        public OwnSecurity status(MailboxId mailbox) {
            return new OwnSecurity(
                    new DirectoryEntry(mailbox, "alice@corp.example", "Alice Archer", "alice", "", false),
                    state,
                    new MailboxOptions(true, true),
                    MailProgram.SEALPOST,
                    Optional.empty(),
                    List.of(),
                    false);
        }
    }

    private final class AuditStandIn extends AuditService {

        @Override
        public Page<AuditLine> page(AuditQuery query, Optional<String> key, int limit) {
            asked.add("history " + query.subject());
            return new Page<>(List.of(), Optional.empty());
        }
    }
}
