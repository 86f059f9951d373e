package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mailbox.MailQuery;
import org.sealpost.mailbox.MailService;
import org.sealpost.mailbox.MessageRow;
import org.sealpost.mailbox.SubmissionService;
import org.sealpost.mailbox.SubmittedMessage;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.Folder;
import org.sealpost.model.Page;

/** The caller's own messages as they are stored, and sending what the client has sealed by itself. */
@Path("messages")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class MessagesResource {

    private static final int ROWS = 100;

    @Inject
    MailService mail;

    @Inject
    SubmissionService submissions;

    /**
     * Messages of a folder, newest first.
     *
     * @param folder INBOX or SENT
     * @param text part of subject, sender or recipients; all without it
     * @param after {@code next} of the page before; the first page without it
     * @return up to a hundred messages
     */
    @GET
    @Operation(summary = "The caller's messages, newest first")
    public Messages list(
            @QueryParam("folder") @DefaultValue("INBOX") String folder,
            @QueryParam("text") @DefaultValue("") String text,
            @QueryParam("after") @Nullable String after) {
        Page<Message> page = mail.list(
                        new MailQuery(Constants.named(Folder.class, folder), text, Optional.ofNullable(after), ROWS))
                .map(Message::of);
        return new Messages(page.rows(), page.nextKey().orElse(null));
    }

    /** One message without its content. */
    @GET
    @Path("{id}")
    @Operation(summary = "One of the caller's messages, without its content")
    public Message message(@PathParam("id") long id) {
        return Message.of(mail.fetch(id).row());
    }

    /** The message as it is stored: a sealed one is still sealed. */
    @GET
    @Path("{id}/content")
    @Produces("message/rfc822")
    @Operation(summary = "The content of a message as it is stored; a sealed message is still sealed")
    public StreamingOutput content(@PathParam("id") long id) {
        MessageSource content = mail.fetch(id).content();
        return out -> {
            try (InputStream in = content.open()) {
                in.transferTo(out);
            }
        };
    }

    /** Deletes a message. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete one of the caller's messages")
    public void delete(@PathParam("id") long id) {
        mail.delete(id);
    }

    /**
     * Sends a message that the client has composed, signed and encrypted by itself.
     *
     * @return the job that delivers it
     */
    @POST
    @OnlyOnce
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send a message that the client has sealed by itself; one key makes one job")
    public Sent send(@Valid @NotNull Outgoing outgoing) {
        return new Sent(submissions.submit(outgoing.understood()));
    }

    /**
     * A page of messages.
     *
     * @param messages the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Messages(List<Message> messages, @Nullable String next) {}

    /**
     * A message on the wire.
     *
     * @param id its number
     * @param from address of the sender
     * @param name of the sender; may be empty
     * @param to names and addresses of the recipients that the header names
     * @param subject of the outer header
     * @param arrived when it was delivered
     * @param seal PLAIN, SIGNED, ENCRYPTED or SIGNED_AND_ENCRYPTED
     * @param format in which it is encrypted; absent when it is not, or when its sender did that
     * @param size octets
     * @param seen whether it was opened on the server's pages before
     */
    public record Message(
            long id,
            String from,
            String name,
            String to,
            String subject,
            Instant arrived,
            String seal,
            @Nullable String format,
            long size,
            boolean seen) {
        static Message of(MessageRow row) {
            return new Message(
                    row.id(),
                    row.senderAddress(),
                    row.senderName(),
                    row.recipients(),
                    row.subject(),
                    row.arrivedAt(),
                    row.seal().name(),
                    row.format().map(EncryptionFormat::name).orElse(null),
                    row.size(),
                    row.seen());
        }
    }

    /**
     * A message to be sent, on the wire.
     *
     * @param key made by the client; two submissions with one key make one job
     * @param to recipients that the header names
     * @param cc likewise
     * @param bcc who gets this copy and is not named
     * @param signed whether the message is signed
     * @param message base64 of the message
     */
    public record Outgoing(
            @NotBlank @Size(max = 64) String key,
            @Nullable List<String> to,
            @Nullable List<String> cc,
            @Nullable List<String> bcc,
            boolean signed,
            @Nullable String message) {
        SubmittedMessage understood() {
            return new SubmittedMessage(
                    key, list(to), list(cc), list(bcc), signed, MessageSource.of(Octets.read(message)));
        }

        private static List<String> list(@Nullable List<String> given) {
            return given == null ? List.of() : given;
        }

        /** Without the recipients and the content. */
        @Override
        public String toString() {
            return "Outgoing[" + key + "]";
        }
    }

    /**
     * Where to look how far it has come.
     *
     * @param job number of its job
     */
    public record Sent(long job) {}
}
