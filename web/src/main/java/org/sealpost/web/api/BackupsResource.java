package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.backup.BackupHeader;
import org.sealpost.backup.BackupProgress;
import org.sealpost.backup.BackupRow;
import org.sealpost.backup.BackupService;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.BackupSecret;
import org.sealpost.lock.Proof;
import org.sealpost.model.Act;
import org.sealpost.model.OpeningKind;

/** Backups for programs: make one, fetch it, restore one into an empty server. */
@Path("backups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Backups")
public class BackupsResource {

    @Inject
    BackupService backups;

    /** Those that were made, newest first. */
    @GET
    @Operation(summary = "Backups that were made, newest first")
    public List<BackupRow> made() {
        return backups.made();
    }

    /** Makes one and waits for it. */
    @POST
    @OnlyOnce
    @Operation(summary = "Make a backup in the server's folder of backups")
    public Made make() {
        return new Made(backups.make());
    }

    /** Begins to make one. */
    @POST
    @Path("begin")
    @RecordedAs(Act.BACK_UP)
    @Operation(summary = "Begin to make a backup; progress tells how it goes")
    public Progress begin() {
        backups.begin();
        return progress();
    }

    /** How the one stands that is being made, or was made last. */
    @GET
    @Path("progress")
    @Operation(summary = "How the backup stands that is being made, or was made last since the server started")
    public Progress progress() {
        return Progress.of(backups.progress());
    }

    /** Files that can be restored, newest first. */
    @GET
    @Path("files")
    @Operation(summary = "Names of the files in the server's folder of backups, newest first")
    public List<String> files() {
        return backups.files();
    }

    /** The file, sealed as it is. */
    @GET
    @Path("{name}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A backup's file")
    public Response content(@PathParam("name") String name) {
        return Response.ok(backups.open(name))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }

    /** What a file in the server's folder says of itself. */
    @GET
    @Path("{name}")
    @Operation(summary = "Whose backup it is and which start-up secret it needs")
    public Description describe(@PathParam("name") String name) {
        return Description.of(name, backups.describe(name));
    }

    /** Restores a file of the server's folder into this server, which must not be set up. */
    @POST
    @Path("{name}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Restore into an empty server")
    public Restored restore(@PathParam("name") String name, @Nullable Secret given) {
        if (given == null) {
            throw new BadRequestException();
        }
        try (BackupSecret secret = given.secret()) {
            return new Restored(backups.restore(name, secret));
        }
    }

    /** @param name of the file in the server's folder of backups */
    public record Made(String name) {}

    /**
     * How a backup stands.
     *
     * @param rows that are written
     * @param expected about how many there will be
     * @param name of the file; absent until it is complete
     * @param failed whether it was broken off
     */
    public record Progress(
            boolean running,
            long rows,
            long expected,
            @Nullable String name,
            boolean failed) {
        static Progress of(BackupProgress progress) {
            return new Progress(
                    progress.running(),
                    progress.rows(),
                    progress.expected(),
                    progress.fileName().orElse(null),
                    progress.failed());
        }
    }

    /** @param rows that came back */
    public record Restored(long rows) {}

    /**
     * What a backup says in clear.
     *
     * @param password fingerprint of the start-up password that opens it
     * @param shares fingerprint of the set of recovery shares that opens it
     * @param sharesNeeded how many of them
     */
    public record Description(
            String name,
            String organisation,
            Instant madeAt,
            @Nullable String password,
            @Nullable String shares,
            int sharesNeeded) {
        static Description of(String name, BackupHeader header) {
            return new Description(
                    name,
                    header.organisation(),
                    header.madeAt(),
                    header.fingerprint(OpeningKind.PASSWORD).orElse(null),
                    header.fingerprint(OpeningKind.SHARES).orElse(null),
                    header.sharesNeeded());
        }
    }

    /**
     * What opens it.
     *
     * @param password the start-up password of that time
     * @param shares or recovery shares of that time
     */
    public record Secret(
            @Nullable String password, @Nullable List<String> shares) {
        public Secret {
            shares = shares == null ? List.of() : List.copyOf(shares);
        }

        BackupSecret secret() {
            return new BackupSecret(
                    Optional.ofNullable(password).map(Passphrase::copyOf),
                    Proof.shares(shares == null ? List.of() : shares));
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "***";
        }
    }
}
