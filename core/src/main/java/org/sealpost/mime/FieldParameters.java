package org.sealpost.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

/**
 * Value and parameters of a structured MIME field, with RFC 2231 continuations and charsets, and with the encoded
 * words that many programs write in their place.
 * Mime4j's own mapping takes the apostrophes of {@code O'Brien's.pdf} for a charset and its plus signs for spaces.
 */
final class FieldParameters {

    private static final int MOST_PIECES = 200;

    private final String value;
    private final Map<String, String> parameters = new HashMap<>();

    private FieldParameters(RawBody body) {
        this.value = body.getValue() == null ? "" : body.getValue().strip().toLowerCase(Locale.ROOT);
        for (NameValuePair pair : body.getParams()) {
            if (pair.getName() != null) {
                parameters.putIfAbsent(pair.getName().toLowerCase(Locale.ROOT), String.valueOf(pair.getValue()));
            }
        }
    }

    static FieldParameters of(Field field) {
        String ascii = EncodedWords.defuse(EncodedWords.toAscii(HeaderText.unfolded(field)));
        return new FieldParameters(RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), ascii)));
    }

    /** The value before the first semicolon, in lower case. */
    String value() {
        return value;
    }

    /** A decoded parameter: the extended form first, then continuations, then the plain one. */
    Optional<String> parameter(String name) {
        String extended = parameters.get(name + "*");
        if (extended != null) {
            return Optional.of(decodePieces(List.of(new Piece(extended, true))));
        }
        List<Piece> pieces = pieces(name);
        if (!pieces.isEmpty()) {
            return Optional.of(decodePieces(pieces));
        }
        return Optional.ofNullable(parameters.get(name)).map(EncodedWords::decode);
    }

    private List<Piece> pieces(String name) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < MOST_PIECES; i++) {
            String plain = parameters.get(name + "*" + i);
            String encoded = parameters.get(name + "*" + i + "*");
            if (encoded != null) {
                pieces.add(new Piece(encoded, true));
            } else if (plain != null) {
                pieces.add(new Piece(plain, false));
            } else {
                break;
            }
        }
        return pieces;
    }

    private static String decodePieces(List<Piece> pieces) {
        String charset = "";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            String text = pieces.get(i).text();
            int language = text.indexOf('\'');
            int start = language < 0 ? -1 : text.indexOf('\'', language + 1);
            if (i == 0 && pieces.get(0).encoded() && start >= 0) {
                charset = text.substring(0, language);
                text = text.substring(start + 1);
            }
            bytes.writeBytes(pieces.get(i).encoded() ? unescaped(text) : text.getBytes(StandardCharsets.UTF_8));
        }
        return Charsets.decode(ByteBuffer.wrap(bytes.toByteArray()), Optional.of(charset));
    }

    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (c == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toByteArray();
    }

    private record Piece(String text, boolean encoded) {}
}
