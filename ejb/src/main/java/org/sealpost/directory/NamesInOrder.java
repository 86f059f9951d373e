package org.sealpost.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.sealpost.model.Page;

/**
 * One page out of everybody, in the order of names: most directories cannot sort, so everybody passes by and only a
 * page is kept.
 */
final class NamesInOrder {
    private final TreeMap<String, DirectoryEntry> first = new TreeMap<>();
    private final String after;
    private final int limit;

    NamesInOrder(Optional<String> afterKey, int limit) {
        this.after = afterKey.orElse("");
        this.limit = limit;
    }

    void add(DirectoryEntry entry) {
        String key = key(entry);
        if (key.compareTo(after) > 0) {
            first.put(key, entry);
            if (first.size() > limit + 1) {
                first.pollLastEntry();
            }
        }
    }

    Page<DirectoryEntry> page() {
        return Page.of(List.copyOf(first.values()), limit, NamesInOrder::key);
    }

    /** Namesakes are told apart by their ids. */
    private static String key(DirectoryEntry entry) {
        return entry.displayName().toLowerCase(Locale.ROOT) + '\n' + entry.id();
    }
}
