package org.sealpost.mime;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;

/** Makes {@link MessageHeaders} of the fields of a message; whatever they hold, something readable comes out. */
final class HeaderReader {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,990}+>");
    private static final int MOST_REFERENCES = 100;

    private final List<Field> fields;

    private HeaderReader(List<Field> fields) {
        this.fields = fields;
    }

    static MessageHeaders read(List<Field> fields) {
        HeaderReader reader = new HeaderReader(fields);
        return new MessageHeaders(
                reader.people("from"),
                (int) reader.named("from").count(),
                reader.people("reply-to"),
                reader.people("to"),
                reader.people("cc"),
                reader.named("subject").findFirst().map(HeaderText::decoded).orElse(""),
                reader.named("date").findFirst().flatMap(HeaderReader::date),
                reader.identifiers("message-id").stream().findFirst(),
                reader.identifiers("in-reply-to"),
                reader.identifiers("references"));
    }

    private Stream<Field> named(String name) {
        return fields.stream().filter(f -> f.getName().toLowerCase(Locale.ROOT).equals(name));
    }

    private List<Correspondent> people(String name) {
        return named(name).flatMap(HeaderReader::people).toList();
    }

    private static Stream<Correspondent> people(Field field) {
        String ascii = EncodedWords.defuse(EncodedWords.toAscii(HeaderText.unfolded(field)));
        return LenientAddressParser.DEFAULT.parseAddressList(ascii).stream()
                .flatMap(address ->
                        address instanceof Group group ? group.getMailboxes().stream() : Stream.of((Mailbox) address))
                .map(HeaderReader::correspondent);
    }

    private static Correspondent correspondent(Mailbox mailbox) {
        String name = mailbox.getName() == null ? "" : mailbox.getName();
        String local = mailbox.getLocalPart() == null ? "" : mailbox.getLocalPart();
        String address = mailbox.getDomain() == null
                ? local
                : EncoderUtil.encodeAddressLocalPart(local) + "@" + mailbox.getDomain();
        return new Correspondent(HeaderText.clean(name), HeaderText.clean(EncodedWords.decode(address)));
    }

    private static Optional<Instant> date(Field field) {
        RawField ascii = new RawField("Date", HeaderText.decoded(field));
        Date date = DateTimeFieldLenientImpl.PARSER
                .parse(ascii, DecodeMonitor.SILENT)
                .getDate();
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private List<String> identifiers(String name) {
        return named(name)
                .map(HeaderText::unfolded)
                .flatMap(text -> MESSAGE_ID.matcher(text).results().map(MatchResult::group))
                .limit(MOST_REFERENCES)
                .toList();
    }
}
