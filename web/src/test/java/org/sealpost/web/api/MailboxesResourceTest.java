package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.MailProgram;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.MailboxQuery;
import org.sealpost.enrolment.MailboxRow;
import org.sealpost.enrolment.OwnSecurity;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;

class MailboxesResourceTest {
    private static final Instant SINCE = Instant.parse("2026-11-27T10:00:00Z");
    private static final DirectoryEntry ALICE = new DirectoryEntry(
            new MailboxId("alice-id"), "alice@corp.example", "Alice Archer", "alice", "Sales", false);

    private final MailboxesResource resource = new MailboxesResource() {
        @Override
        MailboxId id(String address) {
            assertThat(address).isEqualTo(ALICE.address());
            return ALICE.id();
        }
    };
    private final List<MailboxQuery> asked = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void open() {
        resource.enablement = new Enablement();
        resource.security = new Security();
    }

    @Test
    void theListPassesOnWhatIsAskedForAndTheWayToTheNextPage() {
        MailboxesOnWire.Mailboxes page = resource.list("ali", "Sales", "enabled", "key");
        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.text()).isEqualTo("ali");
            assertThat(query.unit()).contains("Sales");
            assertThat(query.state()).contains(MailboxState.ENABLED);
            assertThat(query.key()).contains("key");
        });
        assertThat(page.next()).isEqualTo("next");
        assertThat(page.mailboxes())
                .containsExactly(new MailboxesOnWire.Mailbox(
                        "alice-id", "alice@corp.example", "Alice Archer", "Sales", "ENABLED", SINCE));
    }

    @Test
    void withoutAnyFilterEverybodyIsListed() {
        resource.list("", null, null, null);
        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.unit()).isEmpty();
            assertThat(query.state()).isEmpty();
            assertThat(query.key()).isEmpty();
        });
    }

    @Test
    void aTokenIsWithdrawnAndARevokedMailboxEnabledAgain() {
        resource.withdraw("alice@corp.example");
        assertThat(resource.reEnable("alice@corp.example"))
                .isEqualTo(new MailboxesOnWire.Token("alice@corp.example", "7K3QF-secret", SINCE));
        assertThat(done).containsExactly("withdraw alice-id", "re-enable alice-id");
    }

    @Test
    void oneMailboxIsToldWithItsStateAndOptions() {
        OwnMailboxResource.Security told = resource.mailbox("alice@corp.example");
        assertThat(told.state()).isEqualTo("TOKEN_OUT");
        assertThat(told.tokenExpires()).isEqualTo(SINCE);
    }

    @Test
    void unitsAndCountsAreThoseOfTheOrganisation() {
        assertThat(resource.units()).containsExactly("Sales");
        assertThat(resource.counts()).containsExactly(new StateCount("TOKEN_OUT", 1), new StateCount("ENABLED", 3));
    }

    private static final class Security extends OwnSecurityService {
        @Override
        public OwnSecurity status(MailboxId mailbox) {
            return new OwnSecurity(
                    ALICE,
                    MailboxState.TOKEN_OUT,
                    new MailboxOptions(true, true),
                    MailProgram.SEALPOST,
                    Optional.of(SINCE),
                    List.of(),
                    false);
        }
    }

    private final class Enablement extends EnablementService {
        @Override
        public void withdrawToken(MailboxId mailbox) {
            done.add("withdraw " + mailbox.value());
        }

        @Override
        public IssuedToken reEnable(MailboxId mailbox) {
            done.add("re-enable " + mailbox.value());
            return new IssuedToken(ALICE.address(), "7K3QF-secret", SINCE);
        }

        @Override
        public List<String> units() {
            return List.of("Sales");
        }

        @Override
        public Map<MailboxState, Long> counts() {
            return Map.of(MailboxState.ENABLED, 3L, MailboxState.TOKEN_OUT, 1L);
        }

        @Override
        public Page<MailboxRow> search(MailboxQuery query) {
            asked.add(query);
            return new Page<>(
                    List.of(new MailboxRow(ALICE, MailboxState.ENABLED, Optional.of(SINCE))), Optional.of("next"));
        }
    }
}
