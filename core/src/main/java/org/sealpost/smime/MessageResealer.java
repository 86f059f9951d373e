package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.mime.HeaderFields;
import org.sealpost.mime.MessageSource;

/**
 * Gives a sealed message a new envelope. The outermost encryption is taken off and another one put around the very same
 * bytes, so that every signature inside stays what its signer made; nothing is signed anew. The outer header stays, but
 * for the {@code Content-*} fields, which describe the envelope. Memory use does not depend on the message's size.
 *
 * <p>Safe for use by several threads at once.
 */
public final class MessageResealer {

    private static final byte[] NOTHING = new byte[0];

    private final EntityEncryptor encryptor;

    public MessageResealer(Providers providers, SecureRandom random) {
        this.encryptor = new EntityEncryptor(providers, random);
    }

    /**
     * Writes the message in its new envelope.
     *
     * @param message as it was opened
     * @param opened what opening it gave, not closed yet
     * @throws NotAnEnvelope when its outermost layer is no encryption
     * @throws ProtectionDiffers when the new format would change how well the content is protected from change
     * @throws SignatureNeeded when the format is a historical one and there is no signature right inside
     * @throws IOException when reading the message or writing the result fails
     */
    public void reseal(MessageSource message, OpenedMessage opened, Envelope envelope, OutputStream out)
            throws IOException {
        OpenedEnvelope old = opened.envelope().orElseThrow(NotAnEnvelope::new);
        if (envelope.format().historical()
                && ArrivedEntity.of(old.content()).type().kind() != MessageKind.SIGNED) {
            throw new SignatureNeeded(envelope.format());
        }
        if (!old.keepsItsProtectionIn(envelope.format())) {
            throw new ProtectionDiffers(old.format(), envelope.format());
        }
        Entity inside = new Entity(NOTHING, NOTHING, Content.of(old.content(), 0));
        ContentCipher cipher = encryptor.freshCipher(envelope);
        try (SecretBytes contentKey = encryptor.freshKey(cipher)) {
            out.write(outside(message));
            encryptor.encrypt(inside, envelope, contentKey, cipher).whole().writeTo(out);
        }
    }

    /** As the message carries it, whatever its line ends: it is not ours to write anew. */
    private static byte[] outside(MessageSource message) throws IOException {
        try (InputStream in = message.open()) {
            return HeaderFields.read(in).bytes(field -> !field.isContent());
        }
    }

    /**
     * Compares a message in its new envelope with the same in the old one: what lies under the envelope byte for byte, what
     * is shown, and what is said of every signature and of the header.
     *
     * @param before opened under the same policy as {@code after}; neither is closed yet
     * @throws ResealedDiffers when anything differs; then the new one is worth nothing
     * @throws CannotDecrypt when one of them cannot be read again
     * @throws IOException when one of them cannot be read
     */
    public static void requireSame(OpenedMessage before, OpenedMessage after) throws IOException {
        OpenedEnvelope old = before.envelope().orElseThrow(NotAnEnvelope::new);
        OpenedEnvelope fresh = after.envelope().orElseThrow(NotAnEnvelope::new);
        require(same(old.content(), fresh.content()), "inside");
        require(same(before.content(), after.content()), "content");
        require(before.signatures().equals(after.signatures()), "signatures");
        require(before.protectedHeaders().equals(after.protectedHeaders()), "header");
        require(before.remaining() == after.remaining(), "remaining");
        require(before.sealState().protectedFromChange() == after.sealState().protectedFromChange(), "protection");
    }

    private static void require(boolean same, String what) {
        if (!same) {
            throw new ResealedDiffers(what);
        }
    }

    private static boolean same(MessageSource one, MessageSource other) throws IOException {
        if (one.length() != other.length()) {
            return false;
        }
        byte[] first = new byte[Content.chunkFor(one.length())];
        byte[] second = new byte[first.length];
        try (InputStream in = one.open();
                InputStream too = other.open()) {
            int read = in.readNBytes(first, 0, first.length);
            while (read > 0) {
                int met = too.readNBytes(second, 0, second.length);
                if (!Arrays.equals(first, 0, read, second, 0, met)) {
                    return false;
                }
                read = in.readNBytes(first, 0, first.length);
            }
            return too.read() < 0;
        }
    }
}
