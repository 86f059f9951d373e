package org.sealpost.contact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Providers;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.PathCheck;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;
import org.sealpost.smime.SignatureForm;
import org.sealpost.smime.SigningKey;

/**
 * Letters from outside, opened where no authority is trusted.
 *
 * @param announced what the writers' program reads
 */
record Letters(Clock clock, Capabilities announced) {
    private static final Providers PROVIDERS = Providers.best();

    /** @param others whose certificates come along */
    OpenedMessage signed(String from, OwnedKey by, OwnedKey... others) {
        byte[] message = ("From: " + from + "\r\nTo: alice@corp.example\r\nSubject: Plans\r\n"
                        + "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = new SigningKey(
                by, List.of(others).stream().map(OwnedKey::certificate).toList(), announced, PROVIDERS)) {
            new MessageSealer(PROVIDERS, new SecureRandom(), clock)
                    .sign(MessageSource.of(message), key, SignatureForm.CLEAR, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return open(out.toByteArray());
    }

    OpenedMessage open(byte[] message) {
        OpeningPolicy policy = new OpeningPolicy(
                EnumSet.allOf(EncryptionFormat.class), new PathCheck(PROVIDERS, List.of(), List.of()), clock.instant());
        try {
            return new MessageOpener(PROVIDERS).open(MessageSource.of(message), List.of(), policy);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
