package org.sealpost.mime;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;

/**
 * The Content- headers and the body of a composed message: the text alone, or the text and its attachments as
 * multipart/mixed. Text is quoted-printable where it stays readable, base64 otherwise; files are base64.
 */
final class BodyWriter {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,100}");
    private static final Pattern NOT_IN_QUOTES = Pattern.compile("[^ -~]|[\"\\\\]");
    private static final String ANY_FILE = "application/octet-stream";
    private static final int LINE = 76;

    private final OutputStream out;

    BodyWriter(OutputStream out) {
        this.out = out;
    }

    /** @param boundary does not occur in quoted-printable or base64 */
    void write(String text, List<OutgoingAttachment> attachments, String boundary) throws IOException {
        if (attachments.isEmpty()) {
            text(text);
            return;
        }
        line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        text(text);
        line("");
        for (OutgoingAttachment attachment : attachments) {
            line("--" + boundary);
            attachment(attachment);
        }
        line("--" + boundary + "--");
    }

    private void text(String text) throws IOException {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        String canonical = (lines.endsWith("\n") ? lines : lines + "\n").replace("\n", "\r\n");
        byte[] octets = canonical.getBytes(StandardCharsets.UTF_8);
        boolean readable = octets.length < 2 * canonical.length() && canonical.indexOf('\0') < 0;
        line("Content-Type: text/plain; charset=UTF-8");
        line("Content-Transfer-Encoding: " + (readable ? "quoted-printable" : "base64"));
        line("");
        if (readable) {
            quotedPrintable(octets);
        } else {
            base64(new ByteArrayInputStream(octets));
        }
    }

    /** A message must not be base64 (RFC 2046 section 5.2.1): it is enclosed as it is, or travels as a file. */
    private void attachment(OutgoingAttachment attachment) throws IOException {
        String mediaType = mediaType(attachment.mediaType());
        boolean enclosed = mediaType.equals("message/rfc822") && isSevenBit(attachment.content());
        line("Content-Type: " + (enclosed || !mediaType.startsWith("message/") ? mediaType : ANY_FILE));
        line("Content-Transfer-Encoding: " + (enclosed ? "7bit" : "base64"));
        line("Content-Disposition: attachment;" + fileName(SafeFileName.of(attachment.fileName(), mediaType)));
        line("");
        try (InputStream content = attachment.content().open()) {
            if (enclosed) {
                content.transferTo(out);
                line("");
            } else {
                base64(content);
            }
        }
    }

    private static String mediaType(String given) {
        String type = given.toLowerCase(Locale.ROOT);
        return MEDIA_TYPE.matcher(type).matches() && !type.startsWith("multipart/") ? type : ANY_FILE;
    }

    /** Whether nothing on the way may change the octets: ASCII in lines of at most 998, ended by CRLF alone. */
    private static boolean isSevenBit(MessageSource content) throws IOException {
        try (InputStream in = new BufferedInputStream(content.open())) {
            int length = 0;
            int before = 0;
            for (int c = in.read(); c >= 0; before = c, c = in.read()) {
                boolean lineEnd = c == '\n';
                length = lineEnd ? 0 : length + 1;
                if (c == 0 || c > 126 || length > 999 || lineEnd != (before == '\r')) {
                    return false;
                }
            }
            return before != '\r';
        }
    }

    /** In ASCII for old readers, and in full (RFC 2231) where that lost something. */
    private static String fileName(String name) {
        String ascii = NOT_IN_QUOTES.matcher(name).replaceAll("_");
        String plain = "\r\n filename=\"" + ascii + "\"";
        if (ascii.equals(name)) {
            return plain;
        }
        return plain
                + continued(URLEncoder.encode(name, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A"));
    }

    /** Cut to continuations (RFC 2231 section 3) where the line would become too long; escapes are cut whole. */
    private static String continued(String encoded) {
        StringBuilder lines = new StringBuilder();
        int from = 0;
        for (int number = 0; from < encoded.length(); number++) {
            int to = Math.min(from + LINE / 2, encoded.length());
            int escape = encoded.lastIndexOf('%', to - 1);
            to = escape > to - 3 && escape > from && to < encoded.length() ? escape : to;
            lines.append(";\r\n filename*").append(number).append("*=").append(number == 0 ? "UTF-8''" : "");
            lines.append(encoded, from, to);
            from = to;
        }
        return lines.toString();
    }

    private void quotedPrintable(byte[] octets) throws IOException {
        try (OutputStream encoded = new QuotedPrintableOutputStream(new Kept(out), false)) {
            encoded.write(octets);
        }
    }

    private void base64(InputStream octets) throws IOException {
        try (OutputStream encoded = Base64.getMimeEncoder().wrap(new Kept(out))) {
            octets.transferTo(encoded);
        }
        line("");
    }

    private void line(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The end of the encoding is not the end of the message. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
