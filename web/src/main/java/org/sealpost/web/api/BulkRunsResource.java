package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.audit.RecordedAs;
import org.sealpost.bulk.AddressFile;
import org.sealpost.bulk.BulkChoice;
import org.sealpost.bulk.BulkItemQuery;
import org.sealpost.bulk.BulkOrder;
import org.sealpost.bulk.BulkService;
import org.sealpost.bulk.BulkTokenService;
import org.sealpost.bulk.MailedTokens;
import org.sealpost.bulk.TokenMailService;
import org.sealpost.model.Act;
import org.sealpost.model.BulkItemState;
import org.sealpost.model.BulkKind;
import org.sealpost.model.Page;
import org.sealpost.model.RevocationCause;

/** Bulk runs for programs: plan, look, start, take the tokens, confirm. */
@Path("bulk-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("mailbox-admin")
@Tag(name = "Bulk runs")
public class BulkRunsResource {

    private static final int ROWS = 100;
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv";

    @Inject
    BulkService bulk;

    @Inject
    BulkTokenService tokens;

    @Inject
    TokenMailService mail;

    /** Runs, newest first. */
    @GET
    @Operation(summary = "Bulk runs, newest first")
    public BulkRunsOnWire.Runs list(@QueryParam("after") @Nullable String after) {
        Page<BulkRunsOnWire.Run> page =
                bulk.runs(Optional.ofNullable(after), ROWS).map(BulkRunsOnWire.Run::of);
        return new BulkRunsOnWire.Runs(page.rows(), page.nextKey().orElse(null));
    }

    /** Looks at people of the directory or a group's members, and does nothing. */
    @POST
    @OnlyOnce
    @RecordedAs(Act.PLAN_BULK)
    @Operation(summary = "Plan a run for people of the directory (text, unit) or a group's members (group)")
    public BulkRunsOnWire.Run plan(
            @BeanParam Wanted wanted,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("group") @Nullable String group) {
        BulkChoice choice =
                group == null ? new BulkChoice.People(text, Optional.ofNullable(unit)) : new BulkChoice.Group(group);
        return run(bulk.plan(wanted.order(choice)));
    }

    /** Looks at the addresses of a table, and does nothing. */
    @POST
    @OnlyOnce
    @Path("file")
    @Consumes(CSV)
    @RecordedAs(Act.PLAN_BULK)
    @Operation(summary = "Plan a run for the addresses of a table")
    public BulkRunsOnWire.Run planFile(
            @BeanParam Wanted wanted, @QueryParam("name") @DefaultValue("addresses.csv") String name, byte[] table) {
        List<String> addresses = AddressFile.read(table);
        return run(bulk.plan(wanted.order(new BulkChoice.Listed(name, addresses))));
    }

    /** One run. */
    @GET
    @Path("{run}")
    @Operation(summary = "One run, and how many of its mailboxes are in which state")
    public BulkRunsOnWire.Run run(@PathParam("run") long run) {
        return BulkRunsOnWire.Run.of(bulk.run(run));
    }

    /** What became of its mailboxes. */
    @GET
    @Path("{run}/items")
    @Operation(summary = "What became of the mailboxes of a run, and why not")
    public BulkRunsOnWire.Items items(
            @PathParam("run") long run,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after) {
        Optional<BulkItemState> wanted = Constants.ifNamed(BulkItemState.class, state);
        Page<BulkRunsOnWire.Item> page = bulk.items(
                        new BulkItemQuery(run, text, wanted, Optional.ofNullable(after), ROWS))
                .map(BulkRunsOnWire.Item::of);
        return new BulkRunsOnWire.Items(page.rows(), page.nextKey().orElse(null));
    }

    /** Carries it out, or asks those who have to agree. */
    @POST
    @OnlyOnce
    @Path("{run}/start")
    @RecordedAs(Act.START_BULK)
    @Operation(summary = "Carry a planned run out, or ask those who have to agree")
    public BulkRunsOnWire.Started start(
            @PathParam("run") long run, @QueryParam("ticket") @DefaultValue("") String ticket) {
        Requested requested = bulk.start(run, ticket);
        int people = requested instanceof Requested.Waiting waiting ? waiting.people() : 0;
        return new BulkRunsOnWire.Started(requested.request(), people);
    }

    /** Pauses, resumes or cancels it. */
    @POST
    @Path("{run}/{verb: pause|resume|cancel}")
    @RecordedAs(Act.STEER_BULK)
    @Operation(summary = "Pause, resume or cancel a run")
    public BulkRunsOnWire.Run steer(@PathParam("run") long run, @PathParam("verb") String verb) {
        switch (verb) {
            case "pause" -> bulk.pause(run);
            case "resume" -> bulk.resume(run);
            default -> bulk.cancel(run);
        }
        return run(run);
    }

    /** The tokens as letters. */
    @GET
    @Path("{run}/tokens.pdf")
    @Produces(PDF)
    @RecordedAs(Act.TAKE_TOKENS)
    @Operation(summary = "The tokens of a run that is over, a letter for each")
    public byte[] letters(@PathParam("run") long run) {
        return tokens.letters(run);
    }

    /** The tokens as a table. */
    @GET
    @Path("{run}/tokens.csv")
    @Produces(CSV)
    @RecordedAs(Act.TAKE_TOKENS)
    @Operation(summary = "The tokens of a run that is over, as a table")
    public byte[] table(@PathParam("run") long run) {
        return tokens.list(run);
    }

    /** Sends each token to its mailbox. */
    @POST
    @Path("{run}/tokens/mail")
    @RecordedAs(Act.MAIL_TOKEN)
    @Operation(summary = "Send the tokens of a run that is over by mail, where the operator allows it")
    public MailedTokens mail(@PathParam("run") long run, @QueryParam("again") @DefaultValue("false") boolean again) {
        return mail.sendRun(run, again);
    }

    /** They have arrived: wipes them. */
    @DELETE
    @Path("{run}/tokens")
    @RecordedAs(Act.WIPE_TOKENS)
    @Operation(summary = "Say that the tokens have arrived: they are wiped on the server")
    public void confirm(@PathParam("run") long run) {
        tokens.confirm(run);
    }

    /** What is to be done, whoever it is done to. */
    public static final class Wanted {
        @QueryParam("kind")
        @DefaultValue("ENABLE")
        String kind = "";

        @QueryParam("cause")
        @Nullable
        String cause;

        @QueryParam("reason")
        @DefaultValue("")
        String reason = "";

        BulkOrder order(BulkChoice choice) {
            return new BulkOrder(
                    Constants.named(BulkKind.class, kind),
                    Constants.ifNamed(RevocationCause.class, cause),
                    choice,
                    reason);
        }
    }
}
