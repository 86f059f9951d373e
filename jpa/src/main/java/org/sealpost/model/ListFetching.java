package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.ListAddress;

/**
 * That an authority's list is fetched, and how the last try went.
 *
 * @param address where it is
 * @param tried when it was tried last; null before the first time
 * @param failure why that brought nothing, for people; null after a success
 */
@Embeddable
public record ListFetching(
        @Column(name = "list_address") String address,
        @Column(name = "fetch_tried_at") @Nullable Instant tried,
        @Column(name = "fetch_failure") @Nullable String failure) {
    private static final int MAX_FAILURE = 400;

    static ListFetching from(ListAddress address) {
        return new ListFetching(address.toString(), null, null);
    }

    ListFetching done(Instant at) {
        return new ListFetching(address, at, null);
    }

    ListFetching missed(String why, Instant at) {
        return new ListFetching(address, at, MessageLabel.cut(why, MAX_FAILURE));
    }

    /** Where it is. */
    public ListAddress where() {
        return ListAddress.parse(address);
    }
}
