package org.sealpost.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.sealpost.crypto.Providers;

/** Signs an entity: the result is an entity again, with the signed one inside untouched. */
final class EntitySigner {

    /** Up to this length the canonical form is kept instead of being made twice. */
    private static final long KEPT = 1024 * 1024;

    private static final int BOUNDARY_BYTES = 16;
    private static final byte[] OPAQUE_FIELDS = ascii("Content-Type: application/pkcs7-mime; smime-type=signed-data;"
            + " name=smime.p7m\r\n"
            + "Content-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment; filename=smime.p7m\r\n");

    @SuppressWarnings("StringConcatToTextBlock") // header lines end in CRLF
    private static final String SIGNATURE_FIELDS = "Content-Type: application/pkcs7-signature; name=smime.p7s\r\n"
            + "Content-Transfer-Encoding: base64\r\n"
            + "Content-Disposition: attachment; filename=smime.p7s\r\n\r\n";

    private final Providers providers;
    private final SecureRandom random;
    private final SignedDataWriter writer;

    EntitySigner(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
        this.writer = new SignedDataWriter(providers);
    }

    Entity sign(Entity entity, SigningKey key, SignatureForm form, Instant at) throws IOException {
        return form == SignatureForm.CLEAR ? clear(entity.whole(), key, at) : opaque(entity.whole(), key, at);
    }

    private Entity opaque(Content content, SigningKey key, Instant at) throws IOException {
        Measuring measured = new Measuring(providers);
        content.writeTo(measured);
        Frame frame = writer.around(measured.length(), measured.digest(), key, at);
        Content signed = Content.join(List.of(Content.of(frame.before()), content, Content.of(frame.after())));
        return new Entity(OPAQUE_FIELDS, Der.CRLF, Base64Lines.encode(signed));
    }

    private Entity clear(Content content, SigningKey key, Instant at) throws IOException {
        Content canonical = canonical(content);
        Measuring measured = new Measuring(providers);
        canonical.writeTo(measured);
        byte[] signature = writer.detached(measured.digest(), key, at);
        String boundary = "----sealpost-" + HexFormat.of().formatHex(randomBytes());
        byte[] fields = ascii("Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";"
                + " micalg=sha-256;\r\n boundary=\"" + boundary + "\"\r\n");
        Content body = Content.join(List.of(
                Content.of(ascii("--" + boundary + "\r\n")),
                canonical,
                Content.of(ascii("\r\n--" + boundary + "\r\n" + SIGNATURE_FIELDS)),
                Base64Lines.encode(Content.of(signature)),
                Content.of(ascii("--" + boundary + "--\r\n"))));
        return new Entity(fields, Der.CRLF, body);
    }

    /** The content with CRLF line ends, with its length. */
    private Content canonical(Content content) throws IOException {
        if (content.length() <= KEPT) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream((int) content.length() + 64);
            content.writeTo(new LineEnds(kept));
            return Content.of(kept.toByteArray());
        }
        Measuring measured = new Measuring(providers);
        content.writeTo(new LineEnds(measured));
        return new Content() {
            @Override
            public long length() {
                return measured.length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                content.writeTo(new LineEnds(out));
            }
        };
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[BOUNDARY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes the digest and the length of what is written. */
    private static final class Measuring extends OutputStream {
        private final MessageDigest digest;
        private long length;

        Measuring(Providers providers) {
            try {
                digest = MessageDigest.getInstance("SHA-256", providers.digest());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("SHA-256 is part of every Java platform", e);
            }
        }

        @Override
        public void write(int b) {
            digest.update((byte) b);
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            digest.update(bytes, offset, count);
            length += count;
        }

        byte[] digest() {
            return digest.digest();
        }

        long length() {
            return length;
        }
    }
}
