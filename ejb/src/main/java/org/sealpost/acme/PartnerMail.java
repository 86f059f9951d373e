package org.sealpost.acme;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.jdkim.impl.Message;
import org.apache.james.mime4j.MimeException;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.mime.Address;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageRefused;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;

/**
 * A mail that claims to answer a challenge (RFC 8823 section 3.2). What it says counts only when somebody vouches for it.
 *
 * @param order id of the order whose challenge it answers
 * @param author the one address in From
 * @param answer what it says, base64url
 */
record PartnerMail(String order, Address author, String answer) {
    /** The largest mail that is looked into, in bytes. */
    static final int LARGEST = 256 * 1024;

    private static final String WHAT = "answer to a challenge";
    private static final int MOST_SIGNATURES = 8;
    private static final MimeLimits LIMITS = MimeLimits.STANDARD.withMessageBytes(LARGEST);

    /** Each exactly once: of two, a signature could cover one and a reader see the other. */
    private static final List<String> SINGLE = List.of("from", "to", "subject", "date", "message-id", "in-reply-to");

    private static final Pattern SUBJECT = Pattern.compile("(?s).*\\bACME:\\s+[A-Za-z0-9_-]+\\s*");
    private static final Pattern REPLIED = Pattern.compile("<acme\\.([A-Za-z0-9_-]{1,60})@([A-Za-z0-9.-]{1,255})>");
    private static final String BEGIN = "-----BEGIN ACME RESPONSE-----";
    private static final String END = "-----END ACME RESPONSE-----";
    private static final Pattern ANSWER = Pattern.compile("[A-Za-z0-9_-]{43}=?");

    /** The Message-ID of a challenge, by which its answers are known. @param domain of whoever asks */
    static String messageId(String order, String domain) {
        return "<acme." + order + "@" + domain + ">";
    }

    /** Reads one; empty for what is no answer to a challenge of that domain. */
    static Optional<PartnerMail> read(byte[] mail, String domain) {
        try {
            return GuardedParsing.of(WHAT, () -> found(mail, domain));
        } catch (BadEncoding | MessageRefused e) {
            return Optional.empty();
        }
    }

    private static Optional<PartnerMail> found(byte[] mail, String domain) throws IOException {
        ReadMessage message = new MessageReader(LIMITS).read(MessageSource.of(mail));
        Optional<String> order = order(mail, domain);
        Optional<String> answer = answer(message.text());
        boolean meant = SUBJECT.matcher(message.headers().subject()).matches();
        return message.headers()
                .singleAuthor()
                .filter(author -> meant && order.isPresent() && answer.isPresent())
                .map(author -> new PartnerMail(order.get(), author, answer.get()));
    }

    private static Optional<String> order(byte[] mail, String domain) throws IOException {
        Message fields = fields(mail);
        try {
            boolean single = SINGLE.stream().allMatch(name -> count(fields, name) == 1);
            if (!single || count(fields, "dkim-signature") > MOST_SIGNATURES) {
                return Optional.empty();
            }
            return fields.getFields("in-reply-to").stream()
                    .flatMap(field -> REPLIED.matcher(field).results())
                    .filter(match -> match.group(2).equalsIgnoreCase(domain))
                    .map(match -> match.group(1))
                    .findFirst();
        } finally {
            fields.dispose();
        }
    }

    private static int count(Message fields, String name) {
        return Stream.ofNullable(fields.getFields(name)).mapToInt(List::size).sum();
    }

    private static Message fields(byte[] mail) throws IOException {
        try {
            return new Message(new ByteArrayInputStream(mail));
        } catch (MimeException e) {
            throw new IOException(e);
        }
    }

    /** The text between the marks, if each is there once. */
    private static Optional<String> answer(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        if (Collections.frequency(lines, BEGIN) != 1
                || Collections.frequency(lines, END) != 1
                || lines.indexOf(END) < lines.indexOf(BEGIN)) {
            return Optional.empty();
        }
        String answer = String.join("", lines.subList(lines.indexOf(BEGIN) + 1, lines.indexOf(END)));
        return ANSWER.matcher(answer).matches() ? Optional.of(answer.replace("=", "")) : Optional.empty();
    }
}
