package org.sealpost.peers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.sealpost.mime.HeaderFields;

/** Puts MIME around CMS and takes it off: the programs tried here leave that to the mail program around them. */
final class Wire {

    private Wire() {}

    /** Content and signature of a clear-signed entity. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Clear(byte[] content, byte[] signature) {}

    static byte[] cms(byte[] entity) {
        return Base64.getMimeDecoder().decode(body(entity));
    }

    static Clear clear(byte[] entity) {
        String text = new String(entity, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("boundary=\"") + 10;
        String line = "--" + text.substring(start, text.indexOf('"', start));
        String[] parts = text.split("\r\n" + line, -1);
        return new Clear(bytes(parts[1].substring(2)), cms(bytes(parts[2].substring(2))));
    }

    /** What is signed or encrypted of a message: its content fields and its body. */
    static byte[] entity(byte[] message) {
        HeaderFields header = header(message);
        return join(header.bytes(HeaderFields.Field::isContent), header.separator(), body(message));
    }

    /** An entity of that S/MIME type. */
    static String opaque(String type, byte[] cms) {
        return "Content-Type: application/pkcs7-mime; smime-type=" + type
                + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(cms);
    }

    static String clear(byte[] content, byte[] signature) {
        return "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=\"frontier\"\r\n\r\n"
                + "--frontier\r\n" + text(content)
                + "\r\n--frontier\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(signature) + "\r\n--frontier--\r\n";
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(byte[] message) {
        return Arrays.copyOfRange(message, header(message).bodyStart(), message.length);
    }

    private static HeaderFields header(byte[] message) {
        try {
            return HeaderFields.read(new ByteArrayInputStream(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
