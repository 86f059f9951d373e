package org.sealpost.smime;

import java.io.IOException;
import java.util.List;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.MessageSource;

/**
 * Opens sealed messages: decrypts, checks signatures, and gives the normal message back. Takes anything that arrives:
 * whatever the bytes, the answer is an {@link OpenedMessage} or one of the refusals named at {@link #open}.
 *
 * <p>Safe for use by several threads at once.
 */
public final class MessageOpener {

    private final Providers providers;

    public MessageOpener(Providers providers) {
        this.providers = providers;
    }

    /**
     * Tells from the header alone what a message is, for lists; needs no keys.
     *
     * @throws org.sealpost.mime.MessageRefused when the header is too large
     * @throws IOException when the message cannot be read
     */
    public MessageKind inspect(MessageSource message) throws IOException {
        return GuardedDoor.read(() -> ArrivedEntity.of(message).type().kind());
    }

    /**
     * Opens a message. A plain message comes back as it is. Encryption is opened at the root and directly under a
     * verified signature, never beside other parts. Signatures are checked, never enforced: what a failed check means
     * is the caller's to show.
     *
     * @param keys the mailbox's encryption keys, newest first; may be empty for messages that are not encrypted
     * @throws NoKeyForMessage when none of the keys belongs to a recipient of the message
     * @throws CannotDecrypt when the message was changed or damaged, or its key does not fit
     * @throws FormatNotReadable when the policy does not read the message's format
     * @throws UnknownFormat when it is sealed in a way that no edition knows
     * @throws MalformedSeal when it is damaged, truncated or no CMS
     * @throws SealTooLarge when it goes beyond a bound on hostile input
     * @throws IOException when the message cannot be read
     */
    public OpenedMessage open(MessageSource message, List<DecryptionKey> keys, OpeningPolicy policy)
            throws IOException {
        return GuardedDoor.read(() -> new Opening(providers, keys, policy).open(message));
    }
}
