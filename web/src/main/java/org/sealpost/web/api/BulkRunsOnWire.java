package org.sealpost.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.bulk.BulkItemRow;
import org.sealpost.bulk.BulkPace;
import org.sealpost.bulk.BulkRunRow;
import org.sealpost.model.BulkItemReason;
import org.sealpost.model.RevocationCause;

/** What travels of bulk runs. */
public final class BulkRunsOnWire {
    private BulkRunsOnWire() {}

    /**
     * A page of runs.
     *
     * @param runs the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Runs(List<Run> runs, @Nullable String next) {}

    /**
     * A run.
     *
     * @param id its number
     * @param kind what it does
     * @param cause why certificates end; absent unless it revokes
     * @param chosen how its mailboxes were chosen
     * @param state where it stands
     * @param by who planned it
     * @param planned when
     * @param counts how many mailboxes are in which state
     * @param tokens how many tokens wait to be taken
     * @param perMinute mailboxes a minute, by what it did in the last five; absent unless it is under way and enough was
     *     done to tell
     * @param secondsLeft how long it takes at that rate until everybody's turn has come; absent likewise
     */
    public record Run(
            long id,
            String kind,
            @Nullable String cause,
            String chosen,
            String state,
            String by,
            Instant planned,
            Map<String, Long> counts,
            long tokens,
            @Nullable Long perMinute,
            @Nullable Long secondsLeft) {
        static Run of(BulkRunRow row) {
            return new Run(
                    row.id(),
                    row.terms().kind().name(),
                    row.terms().cause().map(RevocationCause::name).orElse(null),
                    row.terms().chosen(),
                    row.state().name(),
                    row.terms().by(),
                    row.terms().at(),
                    row.counts().entrySet().stream()
                            .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)),
                    row.tokens(),
                    row.pace().map(BulkPace::perMinute).orElse(null),
                    row.left().map(Duration::toSeconds).orElse(null));
        }
    }

    /**
     * A page of mailboxes.
     *
     * @param items the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Items(List<Item> items, @Nullable String next) {}

    /**
     * A mailbox of a run.
     *
     * @param position in the run, from 1
     * @param address as it was given or found
     * @param state what became of it
     * @param reason code of why it was left alone; absent otherwise
     * @param detail what the reason is about; absent without one
     */
    public record Item(
            int position,
            String address,
            String state,
            @Nullable String reason,
            @Nullable String detail) {
        static Item of(BulkItemRow row) {
            return new Item(
                    row.position(),
                    row.address(),
                    row.state().name(),
                    row.reason().map(BulkItemReason::code).orElse(null),
                    row.reason().map(BulkItemReason::detail).orElse(null));
        }
    }

    /**
     * What came of starting a run.
     *
     * @param request number of the request
     * @param people how many others have to agree first; 0 when it has begun
     */
    public record Started(long request, int people) {}
}
