package org.sealpost.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.sealpost.model.Page;

/**
 * The list of people. Most directories cannot sort, so a page costs a walk past everybody; what passed by is kept for
 * half a minute, so that whoever turns pages walks once. Only the list lives on it: whoever acts on somebody, or sends
 * to somebody, asks the directory anew.
 */
final class PeopleList {
    /** How old a list may be. */
    static final Duration AGE = Duration.ofSeconds(30);

    /** Entries kept of all searches together, some ten megabytes; a larger organisation is walked through each time. */
    static final int MOST = 20_000;

    private final Walk walk;
    private final Clock clock;
    private final Map<String, Kept> searches = new LinkedHashMap<>();

    PeopleList(Walk walk, Clock clock) {
        this.walk = walk;
        this.clock = clock;
    }

    /** One page in the order of names. */
    Page<DirectoryEntry> page(PeopleQuery query) {
        NamesInOrder names = new NamesInOrder(query.afterKey(), query.limit());
        all(query.text().strip(), entry -> {
            if (query.takes(entry)) {
                names.add(entry);
            }
        });
        return names.page();
    }

    /** Names of the organisational units that people are in. */
    List<String> units() {
        TreeSet<String> units = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all("", entry -> units.add(entry.orgUnit()));
        units.remove("");
        return List.copyOf(units);
    }

    private void all(String text, Consumer<DirectoryEntry> each) {
        Optional<List<DirectoryEntry>> kept = kept(text);
        if (kept.isPresent()) {
            kept.get().forEach(each);
            return;
        }
        List<DirectoryEntry> found = new ArrayList<>();
        walk.past(text, entry -> {
            each.accept(entry);
            if (found.size() <= MOST) {
                found.add(entry);
            }
        });
        keep(text, found);
    }

    private synchronized Optional<List<DirectoryEntry>> kept(String text) {
        searches.values().removeIf(kept -> !clock.instant().isBefore(kept.until()));
        return Optional.ofNullable(searches.get(text)).map(Kept::entries);
    }

    /** The oldest searches make room. */
    private synchronized void keep(String text, List<DirectoryEntry> found) {
        if (found.size() > MOST) {
            return;
        }
        searches.remove(text);
        searches.put(text, new Kept(clock.instant().plus(AGE), List.copyOf(found)));
        Iterator<Kept> oldest = searches.values().iterator();
        for (int size = size(); size > MOST; size = size()) {
            oldest.next();
            oldest.remove();
        }
    }

    private int size() {
        return searches.values().stream()
                .mapToInt(kept -> kept.entries().size())
                .sum();
    }

    /** Asks the directory for everybody whose name, address or login contains the text, in any order. */
    @FunctionalInterface
    interface Walk {
        void past(String text, Consumer<DirectoryEntry> each);
    }

    private record Kept(Instant until, List<DirectoryEntry> entries) {}
}
