package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.Requested;
import org.sealpost.audit.RecordedAs;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.MailboxQuery;
import org.sealpost.enrolment.MailboxRow;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxState;
import org.sealpost.model.Page;
import org.sealpost.model.RevocationCause;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationService;

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
                        Optional.ofNullable(state).map(MailboxesResource::state),
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
        MailboxId mailbox = mailbox(address);
        boolean out = security.status(mailbox).tokenExpiresAt().isPresent();
        return Token.of(out ? enablement.newToken(mailbox) : enablement.enable(mailbox));
    }

    /**
     * Ends the certificates of a mailbox.
     *
     * @param address the mailbox's address
     * @param ending why
     * @return whether it is done, or how many people have to agree first
     */
    @POST
    @OnlyOnce
    @Path("{address}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "End the certificates of a mailbox: keys compromised, or person has left")
    public Asked revoke(@PathParam("address") String address, @Valid @NotNull Ending ending) {
        Requested requested = revocation.revoke(
                mailbox(address), ending.revocation(), Objects.requireNonNullElse(ending.ticket(), ""));
        return new Asked(requested.request(), requested instanceof Requested.Waiting waiting ? waiting.people() : 0);
    }

    private MailboxId mailbox(String address) {
        return directory.byAddress(address).map(DirectoryEntry::id).orElseThrow(() -> new MailboxNotKnown(address));
    }

    /**
     * Why certificates end, on the wire.
     *
     * @param cause COMPROMISED or LEFT
     * @param since for COMPROMISED: from when on the keys may have been in other hands; absent when nobody knows
     * @param reason for the log
     * @param ticket number of a ticket; may be absent unless the policy asks for it
     */
    public record Ending(
            @NotNull RevocationCause cause,
            @Nullable Instant since,
            @NotBlank @Size(max = 500) String reason,
            @Size(max = 100) @Nullable String ticket) {
        Revocation revocation() {
            if (cause == RevocationCause.LEFT && since != null) {
                throw new BadRequestException();
            }
            return new Revocation(cause, Optional.ofNullable(since), reason);
        }
    }

    /**
     * What came of asking.
     *
     * @param request its number
     * @param missing how many people still have to agree; 0 when it is done
     */
    public record Asked(long request, int missing) {}

    private static MailboxState state(String name) {
        return Stream.of(MailboxState.values())
                .filter(state -> state.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(BadRequestException::new);
    }

    /**
     * A page of mailboxes.
     *
     * @param mailboxes the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Mailboxes(
            List<Mailbox> mailboxes, @Nullable String next) {}

    /**
     * A mailbox on the wire.
     *
     * @param id the directory's immutable id
     * @param address its address
     * @param name its name for people
     * @param unit its organisational unit; may be empty
     * @param state where it stands
     * @param since when it came into that state; absent when it was never enabled
     */
    public record Mailbox(
            String id,
            String address,
            String name,
            String unit,
            String state,
            @Nullable Instant since) {
        static Mailbox of(MailboxRow row) {
            DirectoryEntry entry = row.entry();
            return new Mailbox(
                    entry.id().value(),
                    entry.address(),
                    entry.displayName(),
                    entry.orgUnit(),
                    row.state().name(),
                    row.changedAt().orElse(null));
        }
    }

    /**
     * A token on the wire.
     *
     * @param mailbox address of its owner
     * @param token the secret, in groups
     * @param expires until when it can be redeemed
     */
    public record Token(String mailbox, String token, Instant expires) {
        static Token of(IssuedToken issued) {
            return new Token(issued.address(), issued.token(), issued.expiresAt());
        }

        /** Never the token. */
        @Override
        public String toString() {
            return "Token[" + mailbox + "]";
        }
    }
}
