package org.sealpost.web.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.mime.Attachment;
import org.sealpost.mime.Correspondent;
import org.sealpost.mime.MessageHeaders;
import org.sealpost.mime.ReadMessage;

/**
 * What a page shows of a message that was read.
 *
 * @param from the author or authors
 * @param at when it was written, as its author says; null when it does not say
 * @param text the body as text
 * @param frame the body as a document of its own for a frame that can do nothing; empty when there is only text
 * @param files what can be saved
 */
public record ShownMessage(
        String subject,
        String from,
        String to,
        String cc,
        @Nullable Instant at,
        String text,
        String frame,
        List<Attachment> files) {

    private static final int LOWEST = 6;
    private static final int HIGHEST = 48;
    private static final int LINE = 100;

    /** Nothing is loaded from anywhere and nothing runs, whatever the sanitiser may have missed. */
    private static final String FRAME_HEAD = "<!DOCTYPE html><html><head><meta charset=\"UTF-8\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
            + " style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">"
            + "<meta name=\"referrer\" content=\"no-referrer\"><style>body{font:15px/1.55 system-ui,sans-serif;"
            + "color:#1f2a30;margin:0;overflow-wrap:anywhere}img{max-width:100%;height:auto}"
            + "pre{white-space:pre-wrap;font:inherit;margin:0}blockquote{margin:0 0 0 .5rem;padding-left:.75rem;"
            + "border-left:3px solid #d9dfe2}</style></head><body dir=\"auto\">";

    /**
     * A message with its body formatted, if its author formatted it.
     *
     * @param html the body in its safe form; empty when only its text may be shown
     */
    static ShownMessage of(ReadMessage message, Optional<String> html) {
        MessageHeaders headers = message.headers();
        return new ShownMessage(
                headers.subject(),
                line(headers.from()),
                line(headers.to()),
                line(headers.cc()),
                headers.date().orElse(null),
                message.text(),
                html.map(body -> FRAME_HEAD + body + "</body></html>").orElse(""),
                message.attachments());
    }

    private static String line(List<Correspondent> people) {
        return people.stream().map(Correspondent::shown).collect(Collectors.joining(", "));
    }

    /** Whether it is shown in a frame. */
    public boolean formatted() {
        return !frame.isEmpty();
    }

    /**
     * About the height of the formatted body in rem, from {@value #LOWEST} to {@value #HIGHEST}: nothing in the frame may
     * run, so nothing there can tell.
     */
    public int frameHeight() {
        int lines = text.lines().mapToInt(line -> 1 + line.length() / LINE).sum();
        return Math.min(HIGHEST, LOWEST + 2 * lines);
    }

    /** Whether there is no text at all. */
    public boolean blank() {
        return text.isBlank() && frame.isEmpty();
    }
}
