package org.sealpost.resealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.mailbox.StoredContent;
import org.sealpost.mailbox.Trust;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.MailContent;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.MessageResealer;
import org.sealpost.smime.NotAnEnvelope;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;

/**
 * Puts one stored message into a new envelope. The new octets go to the database as they are written, encrypted as they
 * are; from there they are opened with the same keys and compared before they count. Whatever goes wrong is thrown: the
 * transaction has to roll back, and the message is as it was.
 */
@ApplicationScoped
class NewEnvelope {
    @Inject
    ContentRepository contents;

    @Inject
    StoredMessageRepository messages;

    @Inject
    Trust trust;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    /**
     * @return false when it was sealed well enough already, and stays as it is
     * @throws org.sealpost.protocol.SealpostException when it cannot be opened, or not be sealed anew as it was
     * @throws jakarta.persistence.OptimisticLockException when it was deleted or marked meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean put(StoredMessage message, List<DecryptionKey> keys, CurrentSeal seal) {
        MessageOpener opener = new MessageOpener(providers);
        OpeningPolicy policy = trust.policy(message.label().arrivedAt());
        MessageSource old = source(message.content());
        try (OpenedMessage before = opener.open(old, keys, policy)) {
            EncryptionFormat had = before.envelopeFormat().orElseThrow(NotAnEnvelope::new);
            message.isIn(had);
            if (had.atLeast(seal.format())) {
                return false;
            }
            MailContent fresh = contents.add(
                    out -> new MessageResealer(providers, random).reseal(old, before, seal.envelope(), out));
            compare(before, source(fresh), opener, keys, policy);
            messages.reseal(message, fresh, seal.format());
            return true;
        } catch (IOException e) {
            throw new UnreadableOctets();
        }
    }

    private static void compare(
            OpenedMessage before,
            MessageSource fresh,
            MessageOpener opener,
            List<DecryptionKey> keys,
            OpeningPolicy policy)
            throws IOException {
        try (OpenedMessage after = opener.open(fresh, keys, policy)) {
            MessageResealer.requireSame(before, after);
        }
    }

    private MessageSource source(MailContent content) {
        long id = content.id();
        return new StoredContent(content.size(), position -> contents.chunk(id, position));
    }
}
