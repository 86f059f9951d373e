package org.sealpost.moving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;
import org.sealpost.smime.RecipientKey;

/** A message that was sealed to a key long ago. */
record OldMail(String text, byte[] sealed) {
    private static final Providers PROVIDERS = Providers.best();

    static OldMail to(OwnedKey key, String text, Clock clock) throws IOException {
        byte[] message = ("Content-Type: text/plain\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecipientKey recipient = new RecipientKey(key.certificate(), Capabilities.OWN, PROVIDERS);
        new MessageSealer(PROVIDERS, new SecureRandom(), clock)
                .encrypt(
                        MessageSource.of(message), new Envelope(EncryptionFormat.AES_256_GCM, List.of(recipient)), out);
        return new OldMail(text, out.toByteArray());
    }

    /** What it says to whoever has that file. */
    String openedWith(SecurityFile file, Clock clock) throws IOException {
        List<DecryptionKey> keys = new ArrayList<>();
        for (OwnedKey key : file.encryption()) {
            keys.add(new DecryptionKey(key, PROVIDERS));
        }
        OpeningPolicy policy = new OpeningPolicy(
                Set.of(EncryptionFormat.AES_256_GCM), new PathCheck(PROVIDERS, List.of(), List.of()), clock.instant());
        try (OpenedMessage opened = new MessageOpener(PROVIDERS).open(MessageSource.of(sealed), keys, policy);
                InputStream content = opened.content().open()) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        } finally {
            keys.forEach(DecryptionKey::close);
        }
    }
}
