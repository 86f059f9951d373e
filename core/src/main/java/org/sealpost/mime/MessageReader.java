package org.sealpost.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads messages for showing. Every method guards the message against its {@link MimeLimits} before it looks closer,
 * and beyond those limits it never fails on content: unknown charsets, broken headers and wrong encodings give the
 * best text that can be had.
 */
public final class MessageReader {

    private final MimeLimits limits;
    private final MimeGuard guard;

    public MessageReader(MimeLimits limits) {
        this.limits = limits;
        this.guard = new MimeGuard(limits);
    }

    /**
     * Reads a message as far as it is shown at once; attachments are described, and their content is read from the
     * source when it is asked for.
     *
     * @throws MessageRefused when the message goes over a limit
     * @throws IOException when the source cannot be read
     */
    public ReadMessage read(MessageSource message) throws IOException {
        guard.check(message);
        List<BodyText> texts = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        try (PartStream parts = new PartStream(message, limits)) {
            boolean repeats = LegacyDisplay.expectedIn(parts.headers());
            for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
                Part taken = repeats ? part.get() : part.get().withoutLegacyDisplay();
                take(taken, parts.content(), message, texts, attachments);
            }
            return new ReadMessage(HeaderReader.read(parts.headers()), texts, attachments);
        }
    }

    /**
     * Reads the headers alone, without regard to what follows them.
     *
     * @throws MessageRefused when the headers go over a limit
     * @throws IOException when the source cannot be read
     */
    public MessageHeaders headers(MessageSource message) throws IOException {
        try (PartStream parts = new PartStream(message, limits)) {
            return HeaderReader.read(parts.headers());
        }
    }

    /**
     * Reads what a list shows; stops at the first attachment.
     *
     * @throws MessageRefused when the message goes over a limit
     * @throws IOException when the source cannot be read
     */
    public MessageSummary summarise(MessageSource message) throws IOException {
        guard.check(message);
        try (PartStream parts = new PartStream(message, limits)) {
            MessageHeaders headers = HeaderReader.read(parts.headers());
            boolean attachments = false;
            for (Optional<Part> part = parts.next(); part.isPresent() && !attachments; part = parts.next()) {
                attachments = !part.get().isBody() && !part.get().isSeal();
            }
            return new MessageSummary(headers, attachments, message.length());
        }
    }

    private void take(
            Part part, InputStream content, MessageSource message, List<BodyText> texts, List<Attachment> attachments)
            throws IOException {
        int room = limits.textBytes()
                - texts.stream().mapToInt(t -> t.text().length()).sum();
        byte[] start = part.isBody() ? content.readNBytes(Math.max(0, room) + 1) : new byte[0];
        if (part.isBody() && start.length <= room) {
            String text = Charsets.decode(ByteBuffer.wrap(start), part.charset());
            String own = part.legacyDisplay() ? LegacyDisplay.removedFrom(text, part.isHtml()) : text;
            texts.add(new BodyText(own, part.isHtml(), part.alternative()));
        } else {
            attachments.add(attachment(part, start.length + length(content), message));
        }
    }

    private Attachment attachment(Part part, long size, MessageSource message) {
        String fileName = part.fileName()
                .map(name -> SafeFileName.of(name, part.mediaType()))
                .orElseGet(() -> SafeFileName.unnamed(part.mediaType()));
        return new Attachment(
                part.number(),
                fileName,
                part.mediaType(),
                size,
                part.contentId(),
                new PartSource(message, part.number(), size, limits));
    }

    private static long length(InputStream content) throws IOException {
        byte[] skipped = new byte[16 * 1024];
        long length = 0;
        for (int n = content.read(skipped); n >= 0; n = content.read(skipped)) {
            length += n;
        }
        return length;
    }
}
