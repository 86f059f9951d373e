package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.quorum.Share;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;
import org.sealpost.smime.RecipientKey;

/**
 * Shares at rest: each is a sealed message to its officer's encryption certificate, so it opens with any key of the
 * officer's history. Whether what comes out is the right share is told by the commitments, not by the envelope.
 */
@ApplicationScoped
class ShareEnvelope {
    private static final EncryptionFormat FORMAT = EncryptionFormat.AES_256_GCM;
    private static final String HEADER = "Content-Type: application/octet-stream\r\n\r\n";

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    byte[] seal(Share share, RecipientKey officer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SecretBytes encoded = share.encode();
                SecretBytes message =
                        SecretBytes.taking((HEADER + Base64.getEncoder().encodeToString(encoded.expose()) + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII))) {
            new MessageSealer(providers, random, clock)
                    .encrypt(MessageSource.of(message.expose()), new Envelope(FORMAT, List.of(officer)), out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a message in memory reads and writes", e);
        }
    }

    /**
     * Opens a share with the keys of its officer.
     *
     * @return to be closed by the caller
     * @throws org.sealpost.protocol.SealpostException when it is sealed to somebody else or was altered
     */
    Share open(byte[] sealed, SecurityFile officer) {
        List<DecryptionKey> keys = new ArrayList<>();
        try {
            for (OwnedKey key : officer.encryption()) {
                keys.add(new DecryptionKey(key, providers));
            }
            PathCheck nobody = new PathCheck(providers, List.of(), List.of());
            OpeningPolicy policy = new OpeningPolicy(Set.of(FORMAT), nobody, clock.instant());
            try (OpenedMessage opened = new MessageOpener(providers).open(MessageSource.of(sealed), keys, policy);
                    InputStream content = opened.content().open();
                    SecretBytes message = SecretBytes.taking(content.readAllBytes())) {
                return share(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a message in memory reads", e);
        } finally {
            keys.forEach(DecryptionKey::close);
        }
    }

    private static Share share(SecretBytes message) {
        String text = new String(message.expose(), StandardCharsets.US_ASCII);
        int body = text.indexOf("\r\n\r\n");
        try (SecretBytes encoded = SecretBytes.taking(
                Base64.getDecoder().decode(text.substring(body < 0 ? 0 : body).strip()))) {
            return Share.parse(encoded);
        } catch (IllegalArgumentException e) {
            throw new BadEncoding("share", e);
        }
    }
}
