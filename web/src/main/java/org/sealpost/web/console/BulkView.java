package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.bulk.BulkItemQuery;
import org.sealpost.bulk.BulkItemRow;
import org.sealpost.bulk.BulkRunRow;
import org.sealpost.bulk.BulkService;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkState;
import org.sealpost.model.BulkVerb;
import org.sealpost.web.PagedList;
import org.sealpost.web.Texts;

/** The list of bulk runs, and the one that is open: how far it is, what became of each mailbox, and steering it. */
@Named
@ViewScoped
public class BulkView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 10;
    private static final int ITEMS = 25;

    @Inject
    BulkService bulk;

    @Inject
    Texts texts;

    private final PagedList<BulkRunRow> list = new PagedList<>(key -> bulk.runs(key, ROWS));
    private final PagedList<BulkItemRow> items = new PagedList<>(
            key -> bulk.items(new BulkItemQuery(open(), wanted(), Optional.ofNullable(getState()), key, ITEMS)));
    private @Nullable BulkRunRow run;
    private @Nullable String text;
    private @Nullable BulkItemState state;
    private @Nullable String ticket;

    /** Shows the newest runs. */
    public void restart() {
        list.restart();
    }

    /** Opens a run. */
    public void show(long id) {
        run = bulk.run(id);
        text = null;
        state = null;
        ticket = null;
        items.restart();
    }

    /** Looks how far the open run is. */
    public void look() {
        run = bulk.run(open());
        items.reload();
        list.reload();
    }

    /** Searches the mailboxes of the open run with what the fields say. */
    public void search() {
        items.restart();
    }

    /** Has the open run carried out, or asks those for it who have to agree. */
    public void start() {
        Requested requested = bulk.start(open(), ticket == null ? "" : ticket);
        if (requested instanceof Requested.Waiting waiting) {
            texts.done("bulk.asked", waiting.people());
        } else {
            texts.done("bulk.started");
        }
        look();
    }

    /** Stops the open run after the mailbox whose turn it is. */
    public void pause() {
        bulk.pause(open());
        look();
    }

    /** Lets the open run go on. */
    public void resume() {
        bulk.resume(open());
        look();
    }

    /** Gives the open run up. */
    public void cancel() {
        bulk.cancel(open());
        look();
    }

    /** Whether that can be done to the open run. */
    public boolean allows(BulkVerb verb) {
        return run != null && run.allows(verb);
    }

    /** Whether the open run changes by itself. */
    public boolean isMoving() {
        return run != null && run.state() == BulkState.RUNNING;
    }

    /** How fast the open run goes and how long it will take, in words; empty unless it is under way. */
    public String getPace() {
        BulkRunRow shown = run;
        if (shown == null || shown.state() != BulkState.RUNNING) {
            return "";
        }
        return shown.pace()
                .map(pace -> texts.of(
                        "bulk.pace", pace.perMinute(), rounded(pace.timeFor(shown.count(BulkItemState.WAITING)))))
                .orElseGet(() -> texts.of("bulk.pace.unknown"));
    }

    /** @return whole minutes, rounded up */
    private static long rounded(Duration left) {
        return left.plus(Duration.ofMinutes(1)).minusNanos(1).toMinutes();
    }

    private long open() {
        return run == null ? 0 : run.id();
    }

    private String wanted() {
        return text == null ? "" : text.strip();
    }

    public PagedList<BulkRunRow> getList() {
        return list;
    }

    public PagedList<BulkItemRow> getItems() {
        return items;
    }

    /** The open run; null when none is. */
    public @Nullable BulkRunRow getRun() {
        return run;
    }

    /** Every state of a mailbox in a run, to choose from. */
    public BulkItemState[] getStates() {
        return BulkItemState.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable BulkItemState getState() {
        return state;
    }

    public void setState(@Nullable BulkItemState state) {
        this.state = state;
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }
}
