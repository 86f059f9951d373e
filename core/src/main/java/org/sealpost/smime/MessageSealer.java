package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageSource;

/**
 * Seals messages: signs, encrypts, or signs and then encrypts. A whole message goes in and a whole message comes out:
 * its header fields stay outside in their order, its {@code Content-*} fields and body go inside byte for byte (but see
 * {@link SignatureForm#CLEAR} for line ends); its other fields go inside too where {@link HeaderProtection} says so. The result has CRLF line ends, as mail systems carry it. Memory use does
 * not depend on the message's size; the message is read twice when it is signed.
 *
 * <p>Safe for use by several threads at once.
 */
public final class MessageSealer {

    private static final byte[] MIME_VERSION = "MIME-Version: 1.0\r\n".getBytes(StandardCharsets.US_ASCII);

    private final EntitySigner signer;
    private final EntityEncryptor encryptor;
    private final Clock clock;

    /** @param clock gives the time of signing */
    public MessageSealer(Providers providers, SecureRandom random, Clock clock) {
        this.signer = new EntitySigner(providers, random);
        this.encryptor = new EntityEncryptor(providers, random);
        this.clock = clock;
    }

    /**
     * Signs a message.
     *
     * @throws org.sealpost.mime.MessageRefused when the message's header is too large
     * @throws IOException when reading the message or writing the result fails
     */
    public void sign(MessageSource message, SigningKey key, SignatureForm form, OutputStream out) throws IOException {
        sign(message, key, form, HeaderProtection.NONE, out);
    }

    /**
     * Signs a message with its header.
     *
     * @param protection for what becomes of the result: hidden fields are hidden outside only by encrypting it afterwards
     * @throws org.sealpost.mime.MessageRefused when the message's header is too large
     * @throws IOException when reading the message or writing the result fails
     */
    public void sign(
            MessageSource message, SigningKey key, SignatureForm form, HeaderProtection protection, OutputStream out)
            throws IOException {
        HeaderFields header = header(message);
        SplitHeader split = SplitHeader.of(header, protection);
        write(header, split, signer.sign(entity(message, header, split), key, form, clock.instant()), out);
    }

    /**
     * Encrypts a message, which may have been signed before.
     *
     * @throws SignatureNeeded when the format is a historical one and the message is not signed
     * @throws org.sealpost.mime.MessageRefused when the message's header is too large
     * @throws IOException when reading the message or writing the result fails
     */
    public void encrypt(MessageSource message, Envelope envelope, OutputStream out) throws IOException {
        encrypt(message, envelope, HeaderProtection.NONE, out);
    }

    /**
     * Encrypts a message, with its header unless it was signed before: what is signed has its header inside already.
     *
     * @throws SignatureNeeded when the format is a historical one and the message is not signed
     * @throws org.sealpost.mime.MessageRefused when the message's header is too large
     * @throws IOException when reading the message or writing the result fails
     */
    public void encrypt(MessageSource message, Envelope envelope, HeaderProtection protection, OutputStream out)
            throws IOException {
        HeaderFields header = header(message);
        boolean signed = MediaType.of(header).kind() == MessageKind.SIGNED;
        if (envelope.format().historical() && !signed) {
            throw new SignatureNeeded(envelope.format());
        }
        SplitHeader split = SplitHeader.of(header, signed ? HeaderProtection.NONE : protection);
        encrypt(header, split, entity(message, header, split), envelope, out);
    }

    /**
     * Signs a message and encrypts the result.
     *
     * @throws org.sealpost.mime.MessageRefused when the message's header is too large
     * @throws IOException when reading the message or writing the result fails
     */
    public void signAndEncrypt(
            MessageSource message, SigningKey key, SignatureForm form, Envelope envelope, OutputStream out)
            throws IOException {
        HeaderFields header = header(message);
        SplitHeader split = SplitHeader.of(header, HeaderProtection.NONE);
        Entity signed = signer.sign(entity(message, header, split), key, form, clock.instant());
        encrypt(header, split, signed, envelope, out);
    }

    private void encrypt(HeaderFields header, SplitHeader split, Entity entity, Envelope envelope, OutputStream out)
            throws IOException {
        ContentCipher cipher = encryptor.freshCipher(envelope);
        try (SecretBytes contentKey = encryptor.freshKey(cipher)) {
            write(header, split, encryptor.encrypt(entity, envelope, contentKey, cipher), out);
        }
    }

    private static HeaderFields header(MessageSource message) throws IOException {
        try (InputStream in = message.open()) {
            return HeaderFields.read(in);
        }
    }

    private static Entity entity(MessageSource message, HeaderFields header, SplitHeader split) throws IOException {
        return new Entity(split.inside(), header.separator(), Content.of(message, header.bodyStart()));
    }

    private static void write(HeaderFields header, SplitHeader split, Entity entity, OutputStream out)
            throws IOException {
        out.write(split.outside());
        if (!header.has("mime-version")) {
            out.write(MIME_VERSION);
        }
        entity.whole().writeTo(out);
    }
}
