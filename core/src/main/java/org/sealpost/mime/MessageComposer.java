package org.sealpost.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.util.MimeUtil;

/**
 * Writes a message (RFC 5322, RFC 2045): CRLF line ends, seven bits, lines within their limits. Whatever names,
 * subjects and file names hold, none of it can end a header line or begin another one.
 */
public final class MessageComposer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    private static final int RANDOM_OCTETS = 16;

    private final Clock clock;
    private final SecureRandom random;

    /**
     * @param clock for the Date header
     * @param random for the Message-ID and boundaries
     */
    public MessageComposer(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * The whole message in memory.
     *
     * @throws IOException when an attachment cannot be read
     */
    public byte[] compose(OutgoingMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(message, out);
        return out.toByteArray();
    }

    /**
     * Writes the message; attachments are streamed.
     *
     * @throws IOException when an attachment cannot be read or the message cannot be written
     */
    public void write(OutgoingMessage message, OutputStream out) throws IOException {
        line(out, "From: " + addresses(List.of(message.from())));
        addressLine(out, "To", message.to());
        addressLine(out, "Cc", message.cc());
        line(out, subject(message.subject()));
        line(out, "Date: " + DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
        line(out, "Message-ID: <" + token() + "@" + message.from().domain() + ">");
        threadLines(out, message.links());
        line(out, "MIME-Version: 1.0");
        new BodyWriter(out).write(message.text(), message.attachments(), "=_" + token());
    }

    private static void addressLine(OutputStream out, String name, List<Address> addresses) throws IOException {
        if (!addresses.isEmpty()) {
            line(out, name + ": " + addresses(addresses));
        }
    }

    /** One address a line. */
    private static String addresses(List<Address> addresses) {
        return addresses.stream().map(MessageComposer::address).collect(Collectors.joining(",\r\n "));
    }

    private static String address(Address address) {
        if (address.displayName().isEmpty()) {
            return address.spec();
        }
        return MimeUtil.fold(EncodedWords.phrase(address.displayName()), 10) + "\r\n <" + address.spec() + ">";
    }

    private static String subject(String subject) {
        String name = "Subject: ";
        return name + MimeUtil.fold(EncodedWords.text(HeaderText.clean(subject), name.length()), name.length());
    }

    private static void threadLines(OutputStream out, ThreadLinks links) throws IOException {
        if (links.inReplyTo().isPresent()) {
            line(out, "In-Reply-To: " + HeaderText.clean(links.inReplyTo().get()));
        }
        if (!links.references().isEmpty()) {
            line(
                    out,
                    "References: "
                            + links.references().stream().map(HeaderText::clean).collect(Collectors.joining("\r\n ")));
        }
    }

    private static void line(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        byte[] octets = new byte[RANDOM_OCTETS];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}
