package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.audit.RecordedAs;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.MailboxQuery;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;
import org.sealpost.revocation.RevocationService;
import org.sealpost.web.api.MailboxesOnWire.Ending;
import org.sealpost.web.api.MailboxesOnWire.Mailbox;
import org.sealpost.web.api.MailboxesOnWire.Mailboxes;
import org.sealpost.web.api.MailboxesOnWire.Token;

/** Mailboxes for programs that enable many. */
@Path("mailboxes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("mailbox-admin")
@Tag(name = "Mailboxes")
public class MailboxesResource {

    private static final int ROWS = 100;

    @Inject
    EnablementService enablement;

    @Inject
    OwnSecurityService security;

    @Inject
    RevocationService revocation;

    @Inject
    Directory directory;

    /**
     * Mailboxes of the directory in the order of their names.
     *
     * @param text part of name, address or login; all without it
     * @param unit only those in this organisational unit; all without it
     * @param state only those in this state; all without it
     * @param after {@code next} of the page before; the first page without it
     * @return about a hundred mailboxes
     */
    @GET
    @Operation(summary = "Mailboxes of the directory, each with its state")
    public Mailboxes list(
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after) {
        Page<Mailbox> page = enablement
                .search(new MailboxQuery(
                        text,
                        Optional.ofNullable(unit),
                        Constants.ifNamed(MailboxState.class, state),
                        Optional.ofNullable(after),
                        ROWS))
                .map(Mailbox::of);
        return new Mailboxes(page.rows(), page.nextKey().orElse(null));
    }

    /**
     * Enables a mailbox, or makes a new token where one is out; the old one dies.
     *
     * @param address the mailbox's address
     * @return the token: it is told this once
     */
    @POST
    @OnlyOnce
    @Path("{address}/token")
    @RecordedAs(Act.ENABLE)
    @Operation(summary = "Enable a mailbox, or make a new token where one is out; told once")
    public Token token(@PathParam("address") String address) {
        MailboxId mailbox = id(address);
        boolean out = security.status(mailbox).tokenExpiresAt().isPresent();
        return Token.of(out ? enablement.newToken(mailbox) : enablement.enable(mailbox));
    }

    /**
     * Ends the certificates of a mailbox, or of a partner outside who has some.
     *
     * @param address the mailbox's or the partner's address
     * @param ending why
     * @return whether it is done, or how many people have to agree first
     */
    @POST
    @OnlyOnce
    @Path("{address}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "End the certificates of a mailbox: keys compromised, or person has left")
    public Asked revoke(@PathParam("address") String address, @Valid @NotNull Ending ending) {
        MailboxId ended = directory
                .byAddress(address)
                .map(DirectoryEntry::id)
                .or(() -> revocation.partner(address))
                .orElseThrow(() -> new MailboxNotKnown(address));
        Requested requested =
                revocation.revoke(ended, ending.revocation(), Objects.requireNonNullElse(ending.ticket(), ""));
        return Asked.of(requested);
    }

    /**
     * One mailbox.
     *
     * @param address the mailbox's address
     * @return where it stands, with its certificates
     */
    @GET
    @Path("{address}")
    @RolesAllowed({"mailbox-admin", "km-admin"})
    @Operation(summary = "One mailbox: its state, certificates and options")
    public OwnMailboxResource.Security mailbox(@PathParam("address") String address) {
        return OwnMailboxResource.Security.of(security.status(id(address)));
    }

    /**
     * Takes the token back that is out; the mailbox is again what it was before.
     *
     * @param address the mailbox's address
     */
    @DELETE
    @Path("{address}/token")
    @RecordedAs(Act.WITHDRAW_TOKEN)
    @Operation(summary = "Take the token back that is out")
    public void withdraw(@PathParam("address") String address) {
        enablement.withdrawToken(id(address));
    }

    /**
     * Enables a revoked mailbox again.
     *
     * @param address the mailbox's address
     * @return the token: it is told this once
     */
    @POST
    @OnlyOnce
    @Path("{address}/re-enablement")
    @RecordedAs(Act.RE_ENABLE)
    @Operation(summary = "Enable a revoked mailbox again; the token is told once")
    public Token reEnable(@PathParam("address") String address) {
        return Token.of(enablement.reEnable(id(address)));
    }

    /** Names of the organisational units, to narrow the list by. */
    @GET
    @Path("units")
    @Operation(summary = "Names of the organisational units")
    public List<String> units() {
        return enablement.units();
    }

    /** How many mailboxes are in each state, of those that were enabled ever. */
    @GET
    @Path("counts")
    @Operation(summary = "How many mailboxes are in each state, of those that were enabled ever")
    public List<StateCount> counts() {
        return StateCount.of(enablement.counts());
    }

    /** The directory's immutable number for an address. */
    MailboxId id(String address) {
        return directory.byAddress(address).map(DirectoryEntry::id).orElseThrow(() -> new MailboxNotKnown(address));
    }
}
