package org.sealpost.smime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.sealpost.mime.HeaderFields;

/**
 * A header on its way out, divided into what stands outside of the seal and what inside (RFC 9788 section 5.2).
 *
 * @param outside all fields but those of the content
 * @param inside the fields before the body that is sealed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SplitHeader(byte[] outside, byte[] inside) {

    private static final Set<String> REMOVED = Set.of("keywords", "comments");
    private static final Set<String> NEVER_INSIDE =
            Set.of("", "mime-version", "bcc", "received", "return-path", "hp-outer");

    static SplitHeader of(HeaderFields header, HeaderProtection protection) {
        byte[] content = header.bytes(HeaderFields.Field::isContent);
        byte[] all = LineEnds.canonical(header.bytes(field -> !field.isContent()));
        if (protection == HeaderProtection.NONE) {
            return new SplitHeader(all, content);
        }
        byte[] copied = LineEnds.canonical(header.bytes(SplitHeader::goesInside));
        byte[] outside = protection == HeaderProtection.BASELINE ? hidden(header) : all;
        byte[] told = protection == HeaderProtection.CLEAR ? new byte[0] : told(header, protection);
        return new SplitHeader(outside, Der.join(copied, told, marked(header, protection.parameter())));
    }

    private static boolean goesInside(HeaderFields.Field field) {
        return !field.isContent() && !NEVER_INSIDE.contains(field.name());
    }

    private static byte[] hidden(HeaderFields header) {
        ByteArrayOutputStream outside = new ByteArrayOutputStream();
        header.fields().stream()
                .filter(field -> !field.isContent() && !REMOVED.contains(field.name()))
                .forEach(field -> outside.writeBytes(shown(field)));
        return outside.toByteArray();
    }

    private static byte[] shown(HeaderFields.Field field) {
        return field.name().equals("subject")
                ? ascii("Subject: " + HeaderProtection.HIDDEN_SUBJECT + "\r\n")
                : LineEnds.canonical(field.bytes());
    }

    /** Says inside what stood outside, so that its reader knows what was hidden (section 2.2). */
    private static byte[] told(HeaderFields header, HeaderProtection protection) {
        boolean hides = protection == HeaderProtection.BASELINE;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        header.fields().stream()
                .filter(SplitHeader::goesInside)
                .filter(field -> !hides || !REMOVED.contains(field.name()))
                .forEach(field -> {
                    told.writeBytes(ascii("HP-Outer: "));
                    told.writeBytes(hides ? shown(field) : LineEnds.canonical(field.bytes()));
                });
        return told.toByteArray();
    }

    /** The fields of the content, with the mark in its type. */
    private static byte[] marked(HeaderFields header, String mark) {
        String parameter = ";\r\n hp=\"" + mark + "\"\r\n";
        if (!header.has("content-type")) {
            byte[] type = ascii("Content-Type: text/plain; charset=us-ascii" + parameter);
            return Der.join(type, header.bytes(HeaderFields.Field::isContent));
        }
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        boolean[] done = new boolean[1];
        header.fields().stream().filter(HeaderFields.Field::isContent).forEach(field -> {
            boolean first = field.name().equals("content-type") && !done[0];
            done[0] |= first;
            fields.writeBytes(first ? withParameter(field, parameter) : field.bytes());
        });
        return fields.toByteArray();
    }

    private static byte[] withParameter(HeaderFields.Field field, String parameter) {
        String text = new String(field.bytes(), StandardCharsets.ISO_8859_1).stripTrailing();
        String open = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
        return (open + parameter).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
