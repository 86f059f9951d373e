package org.sealpost.mailbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.sending.SendingOptions;

/**
 * A message as it stands in the compose form.
 *
 * @param key made when the form opens; two sends with one key make one job
 * @param to addresses of people and groups, each {@code alice@corp.example} or {@code Alice <alice@corp.example>}
 * @param cc likewise
 * @param bcc likewise; nobody but the sender ever sees them
 * @param subject goes inside the seal; outside it stays readable unless the server hides it
 * @param text the body
 * @param attachments 25 MB together at most
 * @param links where it stands in its thread
 * @param options the two check boxes
 */
public record Draft(
        @NotBlank @Size(max = 64) String key,
        @NotNull @Size(max = 500) List<@Size(max = 800) String> to,
        @NotNull @Size(max = 500) List<@Size(max = 800) String> cc,
        @NotNull @Size(max = 500) List<@Size(max = 800) String> bcc,
        @NotNull @Size(max = 998) String subject,
        @NotNull @Size(max = 1_000_000) String text,
        @NotNull @Size(max = 100) List<OutgoingAttachment> attachments,
        @NotNull ThreadLinks links,
        @NotNull SendingOptions options) {
    public Draft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        attachments = List.copyOf(attachments);
    }
}
