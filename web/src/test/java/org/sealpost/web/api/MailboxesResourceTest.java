package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.MailboxQuery;
import org.sealpost.enrolment.MailboxRow;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;

class MailboxesResourceTest {
    private static final Instant SINCE = Instant.parse("2026-11-27T10:00:00Z");
    private static final DirectoryEntry ALICE = new DirectoryEntry(
            new MailboxId("alice-id"), "alice@corp.example", "Alice Archer", "alice", "Sales", false);

    private final MailboxesResource resource = new MailboxesResource();
    private final List<MailboxQuery> asked = new ArrayList<>();

    @BeforeEach
    void open() {
        resource.enablement = new Enablement();
    }

    @Test
    void theListPassesOnWhatIsAskedForAndTheWayToTheNextPage() {
        MailboxesResource.Mailboxes page = resource.list("ali", "Sales", "enabled", "key");
        assertThat(asked).singleElement().satisfies(query -> {
            assertThat(query.text()).isEqualTo("ali");
            assertThat(query.unit()).contains("Sales");
            assertThat(query.state()).contains(MailboxState.ENABLED);
            assertThat(query.key()).contains("key");
        });
        assertThat(page.next()).isEqualTo("next");
        assertThat(page.mailboxes())
                .containsExactly(new MailboxesResource.Mailbox(
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

    private final class Enablement extends EnablementService {
        @Override
        public Page<MailboxRow> search(MailboxQuery query) {
            asked.add(query);
            return new Page<>(
                    List.of(new MailboxRow(ALICE, MailboxState.ENABLED, Optional.of(SINCE))), Optional.of("next"));
        }
    }
}
