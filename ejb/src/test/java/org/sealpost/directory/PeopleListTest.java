package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.TestClock;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;

class PeopleListTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-24T08:00:00Z"));
    private final List<DirectoryEntry> directory = new ArrayList<>();
    private final List<String> walks = new ArrayList<>();
    private final PeopleList list = new PeopleList(
            (text, each) -> {
                walks.add(text);
                directory.stream()
                        .filter(entry -> entry.login().contains(text))
                        .toList()
                        .forEach(each);
            },
            clock);

    @Test
    void aUnitIsPagedThroughWithoutGapsWhateverLiesBetweenItsPeople() {
        IntStream.range(0, 100).forEach(n -> add("p%02d".formatted(n), n % 3 == 0 ? "Sales" : "Plant"));
        List<String> seen = new ArrayList<>();
        Optional<String> key = Optional.empty();
        do {
            Page<DirectoryEntry> page = list.page(new PeopleQuery("", Optional.of("Sales"), key, 7));
            page.rows().forEach(row -> seen.add(row.login()));
            key = page.nextKey();
        } while (key.isPresent());

        assertThat(seen)
                .hasSize(34)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(login -> Integer.parseInt(login.substring(1)) % 3 == 0);
    }

    @Test
    void turningPagesWalksOnceAndAnotherSearchOnceMore() {
        add("alice", "Sales");
        add("bob", "Sales");
        page("", Optional.empty());
        page("", Optional.empty());
        page("ali", Optional.empty());
        page(" ali ", Optional.empty());
        list.units();

        assertThat(walks).containsExactly("", "ali");
    }

    @Test
    void whoeverCameOrLeftShowsAfterHalfAMinute() {
        add("alice", "Sales");
        assertThat(page("", Optional.empty())).containsExactly("alice");
        directory.clear();
        add("bob", "Plant");

        clock.pass(PeopleList.AGE.minusMillis(1));
        assertThat(page("", Optional.empty())).containsExactly("alice");
        clock.pass(PeopleList.AGE);
        assertThat(page("", Optional.empty())).containsExactly("bob");
        assertThat(list.units()).containsExactly("Plant");
    }

    @Test
    void unitsComeOnceInTheirOrderAndThoseWithoutOneAreNone() {
        add("alice", "Sales");
        add("bob", "Plant");
        add("carol", "Sales");
        add("dave", "");
        assertThat(list.units()).containsExactly("Plant", "Sales");
    }

    @Test
    void anOrganisationThatIsTooLargeToKeepIsWalkedThroughEachTime() {
        IntStream.rangeClosed(0, PeopleList.MOST).forEach(n -> add("p" + n, "Sales"));
        assertThat(page("", Optional.empty())).hasSize(7);
        page("", Optional.empty());
        assertThat(walks).hasSize(2);
    }

    @Test
    void olderSearchesMakeRoom() {
        IntStream.range(0, PeopleList.MOST).forEach(n -> add("p" + n, "Sales"));
        page("", Optional.empty());
        page("p1", Optional.empty());
        page("p1", Optional.empty());
        page("", Optional.empty());
        assertThat(walks).containsExactly("", "p1", "");
    }

    private List<String> page(String text, Optional<String> unit) {
        return list.page(new PeopleQuery(text, unit, Optional.empty(), 7)).rows().stream()
                .map(DirectoryEntry::login)
                .toList();
    }

    private void add(String login, String unit) {
        String name = login.toUpperCase(Locale.ROOT);
        directory.add(
                new DirectoryEntry(new MailboxId("id-" + login), login + "@corp.example", name, login, unit, false));
    }
}
