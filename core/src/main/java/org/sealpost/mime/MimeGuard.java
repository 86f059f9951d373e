package org.sealpost.mime;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * Refuses hostile structure before anything expensive is done with a message.
 * It pulls the structure through the same parser that reads the message afterwards, so that what was checked is what
 * is read; it goes into enclosed messages, keeps nothing, and stops at the first limit.
 */
public final class MimeGuard {

    private final MimeLimits limits;

    public MimeGuard(MimeLimits limits) {
        this.limits = limits;
    }

    /**
     * Passes over the whole message once.
     *
     * @throws MessageRefused naming the limit that the message goes over
     * @throws IOException when the source cannot be read
     */
    public void check(MessageSource message) throws IOException {
        if (message.length() > limits.messageBytes()) {
            throw new MessageRefused(MimeLimit.MESSAGE_SIZE, limits.messageBytes());
        }
        try (InputStream in = message.open()) {
            new Pass(new BoundedInput(in, limits)).run();
        } catch (MimeException e) {
            throw refusal(e, limits);
        }
    }

    /** What the parser's only complaints mean: a field too long, or, never seen with these settings, anything else. */
    static IOException refusal(MimeException complaint, MimeLimits limits) {
        if (complaint instanceof MaxHeaderLengthLimitException) {
            throw new MessageRefused(MimeLimit.HEADER_BLOCK, limits.headerBytes());
        }
        return new MimeIOException(complaint);
    }

    /** Bytes that a field takes in its header block. */
    static int length(Field field) {
        return field.getRaw() == null
                ? field.getName().length() + String.valueOf(field.getBody()).length()
                : field.getRaw().length();
    }

    /**
     * A stream over the same bytes that refuses at the first one over the size or the line length: for taking a
     * message in without reading all of one that is too large.
     */
    public InputStream bounded(InputStream message) {
        return new BoundedInput(message, limits);
    }

    /** The parser that guard and readers share: lenient about mistakes, firm about one field's length. */
    static MimeTokenStream parser(MimeLimits limits) {
        MimeConfig settings = new MimeConfig.Builder()
                .setMaxLineLen(-1)
                .setMaxHeaderCount(-1)
                .setMaxHeaderLen(limits.headerBytes())
                .setMaxContentLen(-1)
                .build();
        FieldBuilder fields = new SameNames(limits.headerBytes());
        return new MimeTokenStream(settings, DecodeMonitor.SILENT, fields, new DefusedDescriptors());
    }

    /** One run over one message: where it is and what it has counted. */
    private final class Pass {

        private final BoundedInput input;
        private final MimeTokenStream tokens = parser(limits);
        private final byte[] skipped = new byte[16 * 1024];
        private int depth;
        private int parts;
        private int headerBytes;
        private long work;
        private long counted;

        Pass(BoundedInput input) {
            this.input = input;
        }

        void run() throws IOException, MimeException {
            tokens.parse(HeaderStart.plain(input, limits.headerBytes()));
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                count(state);
                countWork();
            }
        }

        private void count(EntityState state) throws IOException {
            switch (state) {
                case T_START_MULTIPART, T_START_MESSAGE -> refuseOver(MimeLimit.DEPTH, ++depth - 1L, limits.depth());
                case T_END_MULTIPART, T_END_MESSAGE -> depth--;
                case T_START_BODYPART -> refuseOver(MimeLimit.PARTS, ++parts, limits.parts());
                case T_START_HEADER -> headerBytes = 0;
                case T_FIELD -> countField(tokens.getField());
                case T_BODY, T_PREAMBLE, T_EPILOGUE -> skipBody(tokens.getInputStream());
                default -> {
                    // the end of a header or of a part needs no counting
                }
            }
        }

        private void countField(Field field) {
            headerBytes += length(field);
            refuseOver(MimeLimit.HEADER_BLOCK, headerBytes, limits.headerBytes());
        }

        private void skipBody(InputStream body) throws IOException {
            while (body.read(skipped) >= 0) {
                countWork();
            }
        }

        private void countWork() {
            work += (input.count() - counted) * (depth + 1L);
            counted = input.count();
            refuseOver(MimeLimit.WORK, work, limits.workBytes());
        }

        private void refuseOver(MimeLimit limit, long value, long most) {
            if (value > most) {
                throw new MessageRefused(limit, most);
            }
        }
    }
}
