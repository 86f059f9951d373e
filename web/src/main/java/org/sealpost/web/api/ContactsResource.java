package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.RecordedAs;
import org.sealpost.contact.ContactQuery;
import org.sealpost.contact.ContactRow;
import org.sealpost.contact.ContactService;
import org.sealpost.model.Act;
import org.sealpost.model.Page;

/** The caller's own contacts, for programs. Adding one needs an open message, and so the page. */
@Path("contacts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@Tag(name = "Contacts")
public class ContactsResource {

    private static final int ROWS = 100;

    @Inject
    ContactService contacts;

    /** The caller's contacts by address. */
    @GET
    @Operation(summary = "Your contacts: people outside to whom you can send encrypted mail")
    public Contacts list(
            @QueryParam("text") @DefaultValue("") String text, @QueryParam("after") @Nullable String after) {
        Page<Contact> page = contacts.page(new ContactQuery(text, Optional.ofNullable(after), ROWS))
                .map(Contact::of);
        return new Contacts(page.rows(), page.nextKey().orElse(null));
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @RecordedAs(Act.REMOVE_CONTACT)
    @Operation(summary = "Remove one of your contacts")
    public void remove(@PathParam("id") String id) {
        contacts.remove(id);
    }

    /**
     * A page of contacts.
     *
     * @param contacts the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Contacts(List<Contact> contacts, @Nullable String next) {}

    /**
     * A contact.
     *
     * @param reads formats that its mail program announced, strongest first
     * @param usable whether mail can be encrypted to it now
     */
    public record Contact(
            String id,
            String address,
            String name,
            String fingerprint,
            List<String> reads,
            Instant until,
            boolean usable) {
        static Contact of(ContactRow row) {
            return new Contact(
                    row.id(),
                    row.address(),
                    row.name(),
                    row.fingerprint().hex(),
                    row.reads().stream().map(Enum::name).toList(),
                    row.until(),
                    row.usable());
        }
    }
}
