package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.formats.FormatChange;
import org.sealpost.formats.FormatsService;
import org.sealpost.model.Act;
import org.sealpost.model.FormatCount;
import org.sealpost.model.Page;
import org.sealpost.resealing.StoredFormatsService;
import org.sealpost.settings.SecuritySettingsView;
import org.sealpost.settings.SettingsService;

/** The organisation's formats, for programs. */
@Path("formats")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("km-admin")
@Tag(name = "Formats")
public class FormatsResource {

    private static final int ROWS = 100;

    @Inject
    SettingsService settings;

    @Inject
    FormatsService formats;

    @Inject
    StoredFormatsService stored;

    /** What counts now. */
    @GET
    @RolesAllowed({"km-admin", "auditor"})
    @Operation(summary = "The formats that count now")
    public Version current() {
        return Version.of(settings.current());
    }

    /**
     * What was chosen before, newest first.
     *
     * @param after {@code next} of the page before; the first page without it
     * @return up to a hundred versions
     */
    @GET
    @Path("history")
    @RolesAllowed({"km-admin", "auditor"})
    @Operation(summary = "Every version of the formats, newest first")
    public Versions history(@QueryParam("after") @Nullable String after) {
        Page<Version> page = settings.history(Optional.ofNullable(after), ROWS).map(Version::of);
        return new Versions(page.rows(), page.nextKey().orElse(null));
    }

    /** In which formats mail is stored. */
    @GET
    @Path("stored")
    @Operation(summary = "How many sealed messages lie in the mailboxes in each format")
    public List<Stored> stored() {
        return stored.counts().stream().map(Stored::of).toList();
    }

    /**
     * Changes the formats, or asks those who have to agree. Nothing that was sealed before is touched.
     *
     * @param wanted what is to count
     * @return what came of it
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedAs(Act.CHANGE_FORMATS)
    @Operation(summary = "Change the formats, or ask those who have to agree; what was sealed before is not touched")
    public Asked change(@Valid @NotNull Change wanted) {
        return Asked.of(formats.change(wanted.change()));
    }

    /**
     * Sealed messages of all mailboxes together.
     *
     * @param format in which they are; absent where another program has sealed them and they were not opened yet
     */
    public record Stored(@Nullable String format, long messages) {
        static Stored of(FormatCount count) {
            return new Stored(count.format(), count.messages());
        }
    }

    /**
     * A page of versions.
     *
     * @param versions the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Versions(List<Version> versions, @Nullable String next) {}

    /**
     * A version on the wire.
     *
     * @param number 1 for the first; the highest counts
     * @param edition MODERN, NORTH_AMERICAN or LOCALIZED
     * @param preferred the format that is written when everybody reads it
     * @param floor the weakest format that may be written instead
     * @param by login name of whoever chose it
     * @param reason in that person's words
     */
    public record Version(
            int number, String edition, String preferred, String floor, String by, Instant at, String reason) {
        static Version of(SecuritySettingsView settings) {
            return new Version(
                    settings.number(),
                    settings.policy().edition().name(),
                    settings.policy().preferred().name(),
                    settings.policy().floor().name(),
                    settings.change().by(),
                    settings.change().at(),
                    settings.change().reason());
        }
    }

    /**
     * A change on the wire.
     *
     * @param basedOn number of the version that the caller has seen; a newer one in its place refuses the change
     * @param reason for the log
     * @param ticket number of a ticket; may be absent unless the policy asks for it
     */
    public record Change(
            @Positive int basedOn,
            @NotNull Edition edition,
            @NotNull EncryptionFormat preferred,
            @NotNull EncryptionFormat floor,
            @NotBlank @Size(max = 500) String reason,
            @Size(max = 100) @Nullable String ticket) {
        FormatChange change() {
            return new FormatChange(basedOn, edition, preferred, floor, reason, Objects.requireNonNullElse(ticket, ""));
        }
    }
}
