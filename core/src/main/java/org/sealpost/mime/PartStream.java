package org.sealpost.mime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * The leaves of one message from first to last, each with its headers and its decoded content, in one forward pass.
 * Enclosed messages are leaves: they are opened as messages of their own.
 */
final class PartStream implements Closeable {

    private static final int NONE = -1;

    private final InputStream in;
    private final MimeTokenStream tokens;
    private final List<Field> headers = new ArrayList<>();
    private final Deque<Integer> alternatives = new ArrayDeque<>();
    private List<Field> fields = headers;
    private final MimeLimits limits;
    private int blocks;
    private int leaves;
    private int headerBytes;

    /** Reads as far as the message's own headers. The source must have passed the {@link MimeGuard}. */
    PartStream(MessageSource message, MimeLimits limits) throws IOException {
        this.limits = limits;
        in = message.open();
        tokens = MimeGuard.parser(limits);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(HeaderStart.plain(new BoundedInput(in, limits), limits.headerBytes()));
        while (tokens.getState() != EntityState.T_END_HEADER && tokens.getState() != EntityState.T_END_OF_STREAM) {
            step();
        }
    }

    /** The fields of the message's own header. */
    List<Field> headers() {
        return List.copyOf(headers);
    }

    /** Goes on to the next leaf; empty after the last. */
    Optional<Part> next() throws IOException {
        while (tokens.getState() != EntityState.T_END_OF_STREAM) {
            step();
            if (tokens.getState() == EntityState.T_BODY) {
                return Optional.of(describe(tokens.getBodyDescriptor()));
            }
        }
        return Optional.empty();
    }

    /** The decoded content of the current leaf, valid until {@link #next()}. */
    InputStream content() {
        return tokens.getDecodedInputStream();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void step() throws IOException {
        try {
            track(tokens.next());
        } catch (MimeException e) {
            throw MimeGuard.refusal(e, limits);
        }
    }

    private void track(EntityState state) {
        switch (state) {
            case T_START_HEADER -> {
                fields = blocks++ == 0 ? headers : new ArrayList<>();
                headerBytes = 0;
            }
            case T_FIELD -> keep(tokens.getField());
            case T_START_MULTIPART -> alternatives.push(alternative(tokens.getBodyDescriptor()));
            case T_END_MULTIPART -> alternatives.pop();
            default -> {
                // nothing to remember of the other states
            }
        }
    }

    private void keep(Field field) {
        headerBytes += MimeGuard.length(field);
        if (headerBytes > limits.headerBytes()) {
            throw new MessageRefused(MimeLimit.HEADER_BLOCK, limits.headerBytes());
        }
        fields.add(field);
    }

    private int alternative(BodyDescriptor multipart) {
        if (String.valueOf(multipart.getSubType()).equalsIgnoreCase("alternative")) {
            return blocks;
        }
        return alternatives.isEmpty() ? NONE : alternatives.peek();
    }

    private Part describe(BodyDescriptor leaf) {
        Optional<FieldParameters> disposition = parameters("content-disposition");
        Optional<FieldParameters> type = parameters("content-type");
        Optional<String> fileName = disposition
                .flatMap(d -> d.parameter("filename"))
                .or(() -> type.flatMap(t -> t.parameter("name")))
                .filter(name -> !name.isBlank());
        return new Part(
                leaves++,
                String.valueOf(leaf.getMimeType()).toLowerCase(Locale.ROOT),
                type.flatMap(t -> t.parameter("charset")),
                disposition.map(FieldParameters::value).orElse(""),
                fileName,
                field("content-id").map(HeaderText::decoded).map(PartStream::withoutBrackets),
                type.flatMap(t -> t.parameter("hp-legacy-display"))
                        .filter("1"::equals)
                        .isPresent(),
                alternatives.isEmpty() ? NONE : alternatives.peek());
    }

    private Optional<FieldParameters> parameters(String name) {
        return field(name).map(FieldParameters::of);
    }

    private Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.getName().equalsIgnoreCase(name)).findFirst();
    }

    private static String withoutBrackets(String id) {
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }
}
