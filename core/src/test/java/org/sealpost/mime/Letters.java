package org.sealpost.mime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages for tests, written as text with line feeds. */
final class Letters {

    private static final MessageReader READER = new MessageReader(MimeLimits.STANDARD);

    private Letters() {}

    static MessageSource of(String text) {
        return MessageSource.of(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static ReadMessage read(String text) throws IOException {
        return READER.read(of(text));
    }

    static ReadMessage read(byte[] message) throws IOException {
        return READER.read(MessageSource.of(message));
    }

    /** A message of one text and one more part. */
    static String mixed(String text, String type, String content) {
        return "Subject: two parts\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=_b\"\n\n"
                + "--=_b\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n--=_b\nContent-Type: " + type
                + "\n\n" + content + "\n--=_b--\n";
    }

    /** A message whose body is HTML. */
    static String html(String html) {
        return "Subject: html\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html;
    }

    static List<String> attachmentNames(ReadMessage message) {
        return message.attachments().stream().map(Attachment::fileName).toList();
    }

    static byte[] content(Attachment attachment) throws IOException {
        try (var in = attachment.content().open()) {
            return in.readAllBytes();
        }
    }
}
