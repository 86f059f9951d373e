package org.sealpost.mime;

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
 * without an empty line must not be taken for header, for it would then stay outside of the encryption. Sealing,
 * verifying and showing all draw this border here: where two of them drew it differently, something unsigned could
 * pass for signed.
 *
 * @param fields in their order, each with its folded lines and line ends
 * @param separator the empty line, as written; a CRLF if there was none
 * @param bodyStart offset of the first byte of the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HeaderFields(List<Field> fields, byte[] separator, int bodyStart) {

    private static final byte[] CRLF = {'\r', '\n'};

    private static final int FIRST_READ = 4096;

    /**
     * One header field.
     *
     * @param name in lower case; empty for the line that a mailbox file begins with
     * @param bytes the whole field with its line end
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Field(String name, byte[] bytes) {

        public boolean isContent() {
            return name.startsWith("content-");
        }

        /** What stands after the colon, unfolded. */
        public String value() {
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
     * @throws MessageRefused when the block is larger than {@link MimeLimits#STANDARD} allows
     */
    public static HeaderFields read(InputStream in) throws IOException {
        return start(in, MimeLimits.STANDARD.headerBytes()).header();
    }

    /**
     * Reads the header block from the start of a stream and keeps what was read of the body.
     *
     * @param limit largest header block, in bytes
     */
    static HeaderStart start(InputStream in, int limit) throws IOException {
        byte[] block = new byte[Math.min(FIRST_READ, limit)];
        int length = 0;
        while (true) {
            int read = in.readNBytes(block, length, block.length - length);
            length += read;
            boolean complete = length < block.length;
            Optional<HeaderFields> fields = new Parser(block, length, complete).parse();
            if (fields.isPresent()) {
                return new HeaderStart(fields.get(), block, length);
            }
            if (length >= limit) {
                throw new MessageRefused(MimeLimit.HEADER_BLOCK, limit);
            }
            block = Arrays.copyOf(block, Math.min(block.length * 4, limit));
        }
    }

    /** The name, as written, of the field that these bytes are; empty when they can be no field. */
    static Optional<String> nameOf(byte[] field) {
        int end = nameEnd(field, 0, field.length);
        int colon = colon(field, end, field.length);
        return colon == field.length || field[colon] != ':' || end == 0
                ? Optional.empty()
                : Optional.of(new String(field, 0, end, StandardCharsets.US_ASCII));
    }

    /** The value of the first field of that name. */
    public Optional<String> first(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst().map(Field::value);
    }

    public boolean has(String name) {
        return fields.stream().anyMatch(it -> it.name().equals(name));
    }

    /** The chosen fields, byte for byte. */
    public byte[] bytes(Predicate<Field> chosen) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        fields.stream().filter(chosen).forEach(it -> bytes.writeBytes(it.bytes()));
        return bytes.toByteArray();
    }

    /** A name is of printable ASCII (RFC 5322 section 3.6.8). */
    private static int nameEnd(byte[] block, int from, int end) {
        int at = from;
        while (at < end && block[at] > ' ' && block[at] < 0x7F && block[at] != ':') {
            at++;
        }
        return at;
    }

    /** Space between name and colon is obsolete, but read (RFC 5322 section 4.5). */
    private static int colon(byte[] block, int from, int end) {
        int at = from;
        while (at < end && (block[at] == ' ' || block[at] == '\t')) {
            at++;
        }
        return at;
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
                    return Optional.of(end(at, CRLF.clone(), at));
                }
                at = next;
            }
            return complete ? Optional.of(end(at, CRLF.clone(), at)) : Optional.empty();
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
            int end = nameEnd(block, at, next);
            int colon = colon(block, end, next);
            String name = new String(block, at, end - at, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
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
                fields.add(new Field(fieldName, ended ? bytes : ended(bytes)));
            }
        }

        private static byte[] ended(byte[] line) {
            byte[] ended = Arrays.copyOf(line, line.length + CRLF.length);
            System.arraycopy(CRLF, 0, ended, line.length, CRLF.length);
            return ended;
        }

        private HeaderFields end(int at, byte[] separator, int bodyStart) {
            finishField(at);
            return new HeaderFields(List.copyOf(fields), separator, bodyStart);
        }
    }
}
