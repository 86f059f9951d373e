package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.AuditFormat;
import org.sealpost.audit.AuditLine;
import org.sealpost.audit.AuditService;
import org.sealpost.audit.ChainReport;
import org.sealpost.audit.LogCheckpoint;
import org.sealpost.model.AuditCheckpoint;
import org.sealpost.model.Page;

/** The audit log for programs: reading it, taking it out, and proving that it is whole. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"auditor", "km-admin"})
@Tag(name = "Audit log")
public class AuditResource {

    private static final int ROWS = 100;

    @Inject
    AuditService audit;

    /**
     * Entries, newest first.
     *
     * @param filter which entries
     * @param after {@code next} of the page before; the first page without it
     * @return up to a hundred entries
     */
    @GET
    @Operation(summary = "Entries of the audit log, newest first")
    public Entries list(@BeanParam AuditFilter filter, @QueryParam("after") @Nullable String after) {
        Page<Entry> page =
                audit.page(filter.query(), Optional.ofNullable(after), ROWS).map(Entry::of);
        return new Entries(page.rows(), page.nextKey().orElse(null));
    }

    /**
     * Every entry that is asked for, as a file.
     *
     * @param suffix {@code jsonl} or {@code csv}
     * @param filter which entries
     * @return the file, written while it is sent
     */
    @GET
    @Path("export/{suffix}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The audit log as JSON Lines (jsonl) or CSV (csv), newest first")
    public Response export(@PathParam("suffix") String suffix, @BeanParam AuditFilter filter) {
        AuditFormat format = Stream.of(AuditFormat.values())
                .filter(one -> one.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(BadRequestException::new);
        StreamingOutput rows = out -> audit.export(filter.query(), format, out);
        return Response.ok(rows, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit." + suffix + "\"")
                .build();
    }

    /**
     * Signed checkpoints.
     *
     * @return the newest ones, up to a hundred
     */
    @GET
    @Path("checkpoints")
    @Operation(
            summary = "Signed checkpoints, newest first: keep them elsewhere, to prove later that nothing was cut off")
    public List<Checkpoint> checkpoints() {
        return audit.checkpoints(Optional.empty(), ROWS).rows().stream()
                .map(Checkpoint::of)
                .toList();
    }

    /**
     * Signs where the log stands now.
     *
     * @return the newest checkpoints
     */
    @POST
    @Path("checkpoints")
    @Operation(summary = "Sign a checkpoint now; without anything new nothing is signed")
    public List<Checkpoint> sign() {
        audit.signCheckpoint();
        return checkpoints();
    }

    /**
     * Walks the whole log.
     *
     * @param kept checkpoints that the caller has kept; may be absent
     * @return what the walk has shown
     */
    @POST
    @Path("verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check the whole log, also against checkpoints that you have kept")
    public Verification verify(@Nullable List<Checkpoint> kept) {
        return Verification.of(audit.verifyChain(
                kept == null ? List.of() : kept.stream().map(Checkpoint::read).toList()));
    }

    /**
     * A page of entries.
     *
     * @param entries the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Entries(List<Entry> entries, @Nullable String next) {}

    /**
     * An entry on the wire.
     *
     * @param number place in the log
     * @param actor login name
     * @param approvers login names of those who agreed; empty when nobody had to
     * @param authenticated whether the Key Manager ran when it was written
     */
    public record Entry(
            long number,
            Instant at,
            String actor,
            String act,
            String outcome,
            String subject,
            String details,
            String approvers,
            String reason,
            String ticket,
            boolean authenticated) {
        static Entry of(AuditLine line) {
            return new Entry(
                    line.number(),
                    line.said().at(),
                    line.said().actor(),
                    line.said().act().name(),
                    line.said().outcome().name(),
                    line.said().subject(),
                    line.said().details(),
                    line.said().grounds().approvers(),
                    line.said().grounds().reason(),
                    line.said().grounds().ticket(),
                    line.authenticated());
        }
    }

    /**
     * A checkpoint on the wire.
     *
     * @param statement the line that is signed, without its line feed
     * @param signature Ed25519, base64
     * @param publicKey SubjectPublicKeyInfo, base64
     */
    public record Checkpoint(
            @Nullable String statement,
            @Nullable String signature,
            @Nullable String publicKey) {
        static Checkpoint of(LogCheckpoint one) {
            return new Checkpoint(one.line(), one.signature(), one.publicKey());
        }

        AuditCheckpoint read() {
            return LogCheckpoint.parse(text(statement), text(signature), text(publicKey))
                    .checkpoint();
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /**
     * What the walk has shown.
     *
     * @param whole whether every entry follows from the one before and every checkpoint agrees
     * @param entries how many there are; absent when it is not whole
     * @param checkpoints how many agree; absent when it is not whole
     * @param number of the first entry that does not fit; absent when it is whole
     * @param fault what is wrong there; absent when it is whole
     */
    public record Verification(
            boolean whole,
            @Nullable Long entries,
            @Nullable Integer checkpoints,
            @Nullable Long number,
            @Nullable String fault) {
        static Verification of(ChainReport report) {
            if (report instanceof ChainReport.Unbroken unbroken) {
                return new Verification(true, unbroken.entries(), unbroken.checkpoints(), null, null);
            }
            ChainReport.Broken broken = (ChainReport.Broken) report;
            return new Verification(
                    false, null, null, broken.number(), broken.fault().name());
        }
    }
}
