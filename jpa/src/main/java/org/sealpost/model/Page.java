package org.sealpost.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a long list, read by key and not by offset: the next page starts after the last row's key, so that no
 * page costs more than its rows and rows that arrive meanwhile shift nothing.
 *
 * @param rows the rows, at most as many as were asked for
 * @param nextKey what to ask the next page with; empty on the last page
 */
public record Page<T>(List<T> rows, Optional<String> nextKey) {
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * Makes a page of what a query for {@code limit + 1} rows brought: the surplus row tells that there is more.
     *
     * @param found up to {@code limit + 1} rows in order
     * @param limit rows of a page, at least 1
     * @param key what the following page is asked with, taken from a page's last row
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> rows = found.subList(0, limit);
        return new Page<>(rows, Optional.of(key.apply(rows.get(limit - 1))));
    }

    /** The same page with other rows: one for each of the old, so the next key still holds. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(rows.stream().<R>map(change).toList(), nextKey);
    }
}
