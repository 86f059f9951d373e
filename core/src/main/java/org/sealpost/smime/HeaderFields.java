package org.sealpost.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The header block of a message or part, field by field in its own bytes.
 *
 * <p>The block ends at the first empty line, or before the first line that can be no header field: a body that follows
 * without an empty line must not be taken for header, for it would then stay outside of the encryption.
 *
 * @param fields in their order, each with its folded lines and line ends
 * @param separator the empty line, as written; a CRLF if there was none
 * @param bodyStart offset of the first byte of the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HeaderFields(List<Field> fields, byte[] separator, int bodyStart) {

    /** Largest header block that is read, in bytes. */
    static final int LIMIT = 256 * 1024;

    static final byte[] CRLF = {'\r', '\n'};

    private static final int FIRST_READ = 4096;

    /**
     * One header field.
     *
     * @param name in lower case
     * @param bytes the whole field with its line end
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Field(String name, byte[] bytes) {

        boolean isContent() {
            return name.startsWith("content-");
        }

        /** What stands after the colon, unfolded. */
        String value() {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.substring(text.indexOf(':') + 1)
                    .replace("\r", "")
                    .replace("\n", "")
                    .strip();
        }
    }

    /**
     * Reads the header block from the start of a stream, and some of what follows.
     *
     * @throws SealTooLarge when the block is larger than {@link #LIMIT}
     */
    static HeaderFields read(InputStream in) throws IOException {
        byte[] block = new byte[FIRST_READ];
        int length = 0;
        while (true) {
            int read = in.readNBytes(block, length, block.length - length);
            length += read;
            boolean complete = length < block.length;
            Optional<HeaderFields> fields = new Parser(block, length, complete).parse();
            if (fields.isPresent()) {
                return fields.get();
            }
            if (length >= LIMIT) {
                throw new SealTooLarge("header", LIMIT);
            }
            block = Arrays.copyOf(block, Math.min(block.length * 4, LIMIT));
        }
    }

    /** The value of the first field of that name. */
    Optional<String> first(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst().map(Field::value);
    }

    boolean has(String name) {
        return fields.stream().anyMatch(it -> it.name().equals(name));
    }

    /** The chosen fields, byte for byte. */
    byte[] bytes(Predicate<Field> chosen) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fields.stream().filter(chosen).forEach(it -> bytes.writeBytes(it.bytes()));
        return bytes.toByteArray();
    }

    private static final class Parser {
        private final byte[] block;
        private final int length;
        private final boolean complete;
        private final List<Field> fields = new ArrayList<>();
        private int fieldStart = -1;
        private String fieldName = "";

        Parser(byte[] block, int length, boolean complete) {
            this.block = block;
            this.length = length;
            this.complete = complete;
        }

        /** Empty when the block does not end within the bytes at hand and more may follow. */
        Optional<HeaderFields> parse() {
            int at = 0;
            while (at < length) {
                int next = lineEnd(at);
                if (next < 0) {
                    return Optional.empty();
                }
                int emptyLine = emptyLine(at);
                if (emptyLine > 0) {
                    return Optional.of(end(at, Arrays.copyOfRange(block, at, at + emptyLine), at + emptyLine));
                }
                boolean folded = (block[at] == ' ' || block[at] == '\t') && fieldStart >= 0;
                if (!folded && !startField(at, next)) {
                    return Optional.of(end(at, CRLF, at));
                }
                at = next;
            }
            return complete ? Optional.of(end(at, CRLF, at)) : Optional.empty();
        }

        private int lineEnd(int from) {
            for (int i = from; i < length; i++) {
                if (block[i] == '\n') {
                    return i + 1;
                }
            }
            return complete ? length : -1;
        }

        private int emptyLine(int at) {
            if (block[at] == '\n') {
                return 1;
            }
            return block[at] == '\r' && at + 1 < length && block[at + 1] == '\n' ? 2 : 0;
        }

        private boolean startField(int at, int next) {
            int colon = at;
            while (colon < next && block[colon] > ' ' && block[colon] < 0x7F && block[colon] != ':') {
                colon++;
            }
            String name = new String(block, at, colon - at, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            while (colon < next && (block[colon] == ' ' || block[colon] == '\t')) {
                colon++;
            }
            boolean mailboxFileLine = at == 0 && name.equals("from");
            if (name.isEmpty() || colon == next || (block[colon] != ':' && !mailboxFileLine)) {
                return false;
            }
            finishField(at);
            fieldStart = at;
            fieldName = block[colon] == ':' ? name : "";
            return true;
        }

        private void finishField(int at) {
            if (fieldStart >= 0) {
                byte[] bytes = Arrays.copyOfRange(block, fieldStart, at);
                boolean ended = bytes[bytes.length - 1] == '\n';
                fields.add(new Field(fieldName, ended ? bytes : Der.join(bytes, CRLF)));
            }
        }

        private HeaderFields end(int at, byte[] separator, int bodyStart) {
            finishField(at);
            return new HeaderFields(List.copyOf(fields), separator, bodyStart);
        }
    }
}
