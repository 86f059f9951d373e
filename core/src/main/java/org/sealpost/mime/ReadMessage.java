package org.sealpost.mime;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A message that was read: what people see of it. HTML leaves this class only in its safe form. */
public final class ReadMessage {

    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature");

    private final MessageHeaders headers;
    private final List<BodyText> texts;
    private final List<Attachment> attachments;

    ReadMessage(MessageHeaders headers, List<BodyText> texts, List<Attachment> attachments) {
        this.headers = headers;
        this.texts = List.copyOf(texts);
        this.attachments = List.copyOf(attachments);
    }

    public MessageHeaders headers() {
        return headers;
    }

    /** All parts to open or save, in the order of the message; images that the HTML body shows are among them. */
    public List<Attachment> attachments() {
        return attachments;
    }

    /** Whether there is anything to save besides a detached signature. */
    public boolean bringsFiles() {
        return attachments.stream().anyMatch(part -> !SIGNATURES.contains(part.mediaType()));
    }

    /** Whether the sender wrote any of the body in HTML. */
    public boolean hasHtml() {
        return texts.stream().anyMatch(BodyText::html);
    }

    /** The body as plain text, with line feeds; where there is only HTML, its text. Empty when there is no body. */
    public String text() {
        return texts.stream()
                .filter(t -> !t.html() || texts.stream().noneMatch(t::isAlternativeTo))
                .map(t -> t.html()
                        ? HtmlText.of(t.text())
                        : t.text().replace("\r\n", "\n").replace('\r', '\n'))
                .collect(Collectors.joining("\n"));
    }

    /**
     * The body as safe HTML for a frame: no scripts, forms, remote content or styles that leave the frame; images of
     * the message itself up to a small size as {@code data:} URIs. Plain text parts appear as text.
     *
     * @throws IOException when an image cannot be read from the message's source
     */
    public String html(LinkMode links) throws IOException {
        SafeHtml safe = new SafeHtml(links, new InlineImages(attachments));
        StringBuilder html = new StringBuilder();
        for (BodyText text : texts) {
            if (text.html()) {
                html.append(safe.of(text.text()));
            } else if (texts.stream().noneMatch(text::isAlternativeTo)) {
                html.append(SafeHtml.ofPlainText(text.text()));
            }
        }
        return html.toString();
    }
}
