package org.sealpost.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.PeopleQuery;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;

/** The directory's people, each with the state that the Key Manager knows: one directory page, one query. */
@ApplicationScoped
class MailboxList {
    /** Directory pages that one search looks through for rare states before it lets the caller ask on. */
    private static final int MOST_PAGES = 20;

    @Inject
    Directory directory;

    @Inject
    MailboxStates states;

    Page<MailboxRow> search(MailboxQuery query) {
        List<MailboxRow> rows = new ArrayList<>();
        Optional<String> key = query.key();
        for (int page = 0; page < MOST_PAGES; page++) {
            Page<DirectoryEntry> people =
                    directory.people(new PeopleQuery(query.text(), query.unit(), key, query.limit()));
            rows.addAll(matching(people.rows(), query.state()));
            key = people.nextKey();
            if (key.isEmpty() || rows.size() >= query.limit()) {
                break;
            }
        }
        return new Page<>(rows, key);
    }

    private List<MailboxRow> matching(List<DirectoryEntry> people, Optional<MailboxState> wanted) {
        Map<MailboxId, Mailbox> known =
                states.of(people.stream().map(DirectoryEntry::id).toList());
        return people.stream()
                .map(entry -> row(entry, Optional.ofNullable(known.get(entry.id()))))
                .filter(row -> wanted.isEmpty() || wanted.get() == row.state())
                .toList();
    }

    private static MailboxRow row(DirectoryEntry entry, Optional<Mailbox> known) {
        return new MailboxRow(
                entry, known.map(Mailbox::state).orElse(MailboxState.NOT_ENABLED), known.map(Mailbox::changedAt));
    }
}
