package org.sealpost.client.seal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.crypto.Edition;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.MessageKind;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;

/**
 * Opens messages with a local security file. The password is asked for only when the message is encrypted: a plain or a
 * signed one needs none.
 */
public final class Opener {
    private final Surroundings here;
    private final SecurityFileOptions securityFile;
    private final Trust trust;
    private final Instant at;

    /** @param at when to judge */
    public Opener(Surroundings here, SecurityFileOptions securityFile, Trust trust, Instant at) {
        this.here = here;
        this.securityFile = securityFile;
        this.trust = trust;
        this.at = at;
    }

    /**
     * Opens a message.
     *
     * @param arrived when it was certainly there, if somebody else recorded that
     * @param largest octets that are opened
     * @return to be closed by the caller
     * @throws org.sealpost.protocol.SealpostException as {@link MessageOpener#open}
     */
    public OpenedMessage open(MessageSource message, Optional<Instant> arrived, long largest) throws IOException {
        MessageOpener opener = new MessageOpener(here.providers());
        MessageKind kind = opener.inspect(message);
        if (kind == MessageKind.PLAIN) {
            PathCheck nobody = new PathCheck(here.providers(), List.of(), List.of());
            return opener.open(message, List.of(), policy(nobody, arrived, largest));
        }
        if (kind == MessageKind.SIGNED && !securityFile.complete()) {
            return opener.open(message, List.of(), policy(trust.remembered(), arrived, largest));
        }
        List<DecryptionKey> keys = new ArrayList<>();
        try (SecurityFile file = securityFile.open(here)) {
            for (OwnedKey key : file.encryption()) {
                keys.add(new DecryptionKey(key, here.providers()));
            }
            return opener.open(message, keys, policy(trust.of(file), arrived, largest));
        } finally {
            keys.forEach(DecryptionKey::close);
        }
    }

    private OpeningPolicy policy(PathCheck path, Optional<Instant> arrived, long largest) {
        return new OpeningPolicy(Edition.MODERN.reads(), path, at)
                .forArrivalAt(arrived.orElse(at))
                .withMaximumLength(largest);
    }
}
