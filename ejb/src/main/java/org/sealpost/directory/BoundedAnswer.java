package org.sealpost.directory;

import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import java.io.Serial;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Hands the entries of an answer on, up to a number and for a time: a server that goes on sending, or sends an entry
 * now and then for ever, is left.
 */
final class BoundedAnswer implements SearchResultListener {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Consumer<SearchResultEntry> entries;
    private final int limit;
    private final long deadline;
    private int taken;

    BoundedAnswer(Consumer<SearchResultEntry> entries, int limit, Duration time) {
        this.entries = entries;
        this.limit = limit;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        if (++taken > limit || System.nanoTime() - deadline > 0) {
            throw new AnswerTooLong();
        }
        entries.accept(entry);
    }

    /** Referrals to other servers are not followed: only the configured server is trusted. */
    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
        if (++taken > limit) {
            throw new AnswerTooLong();
        }
    }

    /** Leaves a search that does not end. */
    static final class AnswerTooLong extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
