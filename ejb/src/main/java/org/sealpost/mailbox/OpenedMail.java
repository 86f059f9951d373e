package org.sealpost.mailbox;

import java.io.IOException;
import java.util.Optional;
import org.sealpost.mime.LinkMode;
import org.sealpost.mime.ReadMessage;
import org.sealpost.smime.OpenedMessage;

/**
 * A message that was opened: a normal message, and what was found out about its seal. It may hold the message's
 * content key; close it when it is no longer shown.
 *
 * @param row its line in the folder
 * @param seal encryption, its strength, and the checks of every signature
 * @param message headers, body and attachments, whose contents are read when asked for
 * @param bcc blind copies, in the sender's own copy only
 */
public record OpenedMail(MessageRow row, OpenedMessage seal, ReadMessage message, Optional<String> bcc)
        implements AutoCloseable {

    /**
     * The body as safe HTML for a frame; what the encryption did not protect from change is shown as text, without
     * links.
     *
     * @throws IOException when an embedded image cannot be read
     */
    public Optional<String> html() throws IOException {
        if (textOnly() || !message.hasHtml()) {
            return Optional.empty();
        }
        return Optional.of(message.html(LinkMode.SHOWN));
    }

    /** Whether formatting is left out because nothing protects it from change. */
    public boolean textOnly() {
        return message.hasHtml() && seal.sealState().textOnly();
    }

    /** Whether there is somebody besides the author to answer to. */
    public boolean several() {
        return message.headers().to().size() + message.headers().cc().size() > 1;
    }

    /** The body as plain text. */
    public String text() {
        return message.text();
    }

    @Override
    public void close() {
        seal.close();
    }
}
