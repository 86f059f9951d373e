package org.sealpost.web;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sealpost.model.Page;

/**
 * A list as a page shows it: one page of rows, a way on and a way back. It remembers the keys of the pages it came by,
 * because pages are asked for by key and not by number.
 *
 * @param <T> what a row shows
 */
public final class PagedList<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Source<T> source;
    private final Deque<Optional<String>> passed = new ArrayDeque<>();
    private Optional<String> here = Optional.empty();
    private Page<T> page = new Page<>(List.of(), Optional.empty());

    /**
     * Makes a list that is empty until {@link #restart()}.
     *
     * @param source gives the page that starts after a key, the first page for no key
     */
    public PagedList(Source<T> source) {
        this.source = source;
    }

    /** Shows the first page; what a new search does. */
    public void restart() {
        passed.clear();
        show(Optional.empty());
    }

    /** Asks for the same page again; what an act on one of its rows does. */
    public void reload() {
        show(here);
    }

    /** Shows the next page; on the last one it stays where it is. */
    public void next() {
        page.nextKey().ifPresent(key -> {
            passed.push(here);
            show(Optional.of(key));
        });
    }

    /** Shows the page before; on the first one it stays where it is. */
    public void back() {
        if (!passed.isEmpty()) {
            show(passed.pop());
        }
    }

    private void show(Optional<String> key) {
        here = key;
        page = source.apply(key);
    }

    /** The rows of the page that is shown. */
    public List<T> getRows() {
        return page.rows();
    }

    /** Whether there is a page before. */
    public boolean isEarlier() {
        return !passed.isEmpty();
    }

    /** Whether there is a page after. */
    public boolean isLater() {
        return page.nextKey().isPresent();
    }

    /** Number of the page that is shown, from 1. */
    public int getNumber() {
        return passed.size() + 1;
    }

    /**
     * Where the pages come from.
     *
     * @param <T> what a row shows
     */
    public interface Source<T> extends Function<Optional<String>, Page<T>>, Serializable {}
}
