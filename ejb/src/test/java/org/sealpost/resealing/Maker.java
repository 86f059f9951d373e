package org.sealpost.resealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.enrolment.Enrolled;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.ContentRepository;
import org.sealpost.pki.OwnedKey;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.RecipientKey;
import org.sealpost.smime.SignatureForm;
import org.sealpost.smime.SigningKey;

/** Makes messages that alice wrote to herself. */
record Maker(Enrolled alice) {
    static final String LETTER = """
        From: Alice <alice@corp.example>
        To: Alice <alice@corp.example>
        Subject: Plans
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        The plans for the new building are ready.
        """.replace("\n", "\r\n");

    byte[] signed(String letter) {
        List<X509Certificate> others = alice.file().authorities();
        try (SigningKey key = new SigningKey(alice.file().signing(), others, Capabilities.OWN, Cabinet.PROVIDERS)) {
            return written(out -> sealer().sign(source(letter), key, SignatureForm.CLEAR, out));
        }
    }

    byte[] sealed(byte[] message, EncryptionFormat format) {
        return sealed(message, format, alice.file().currentEncryption());
    }

    byte[] sealed(byte[] message, EncryptionFormat format, OwnedKey to) {
        RecipientKey recipient = new RecipientKey(to.certificate(), Capabilities.OWN, Cabinet.PROVIDERS);
        Envelope envelope = new Envelope(format, List.of(recipient));
        return written(out -> sealer().encrypt(MessageSource.of(message), envelope, out));
    }

    private MessageSealer sealer() {
        return new MessageSealer(Cabinet.PROVIDERS, Cabinet.RANDOM, alice.clock());
    }

    private static MessageSource source(String letter) {
        return MessageSource.of(letter.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] written(ContentRepository.Octets octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            octets.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
