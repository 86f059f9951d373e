package org.sealpost.mailbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.sealpost.mime.MessageSource;

/**
 * A message that a client has composed, signed and encrypted by itself.
 *
 * @param key made by the client; two submissions with one key make one job
 * @param to addresses of people and groups that the header names
 * @param cc likewise
 * @param bcc who gets this copy and is not named
 * @param signed whether it carries a signature; of an encrypted message only the client can tell
 * @param message as it is to be delivered
 */
public record SubmittedMessage(
        @NotBlank @Size(max = 64) String key,
        @NotNull @Size(max = 500) List<@Size(max = 800) String> to,
        @NotNull @Size(max = 500) List<@Size(max = 800) String> cc,
        @NotNull @Size(max = 500) List<@Size(max = 800) String> bcc,
        boolean signed,
        @NotNull MessageSource message) {
    public SubmittedMessage {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }
}
