package org.sealpost.directory;

import java.util.Optional;
import org.sealpost.model.Page;

/**
 * Which people of the directory are asked for.
 *
 * @param text what name, address or login contains; empty for everybody
 * @param unit only those whose nearest organisational unit has that name
 * @param afterKey {@link Page#nextKey()} of the page before, empty for the first page
 * @param limit rows of the page, 1 to 500
 */
public record PeopleQuery(String text, Optional<String> unit, Optional<String> afterKey, int limit) {
    boolean takes(DirectoryEntry entry) {
        return unit.isEmpty() || unit.get().equals(entry.orgUnit());
    }
}
