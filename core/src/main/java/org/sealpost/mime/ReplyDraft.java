package org.sealpost.mime;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The beginning of an answer (RFC 5322 section 3.6.4 and appendix A.2).
 *
 * @param to who is answered: Reply-To if there is one, else the authors
 * @param cc everybody else who had the message, when all are answered; never the one who answers
 * @param subject with one {@code Re:} before it
 * @param text the message quoted, below a line that says whose words and when
 */
public record ReplyDraft(List<Address> to, List<Address> cc, String subject, String text, ThreadLinks links) {
    private static final String PREFIX = "Re: ";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public ReplyDraft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    /**
     * Begins an answer.
     *
     * @param self who answers, and is left out unless there is nobody else to answer
     */
    public static ReplyDraft of(ReadMessage message, Address self, boolean toAll) {
        MessageHeaders headers = message.headers();
        List<Correspondent> authors = headers.replyTo().isEmpty() ? headers.from() : headers.replyTo();
        List<Address> to = addresses(authors.stream(), List.of());
        List<Address> known = new ArrayList<>(to);
        known.add(self);
        List<Address> cc =
                toAll ? addresses(Stream.concat(headers.to().stream(), headers.cc().stream()), known) : List.of();
        return new ReplyDraft(to, cc, prefixed(PREFIX, headers.subject()), quoted(message), links(headers));
    }

    /** The subject with the prefix before it, once. */
    static String prefixed(String prefix, String subject) {
        boolean has =
                subject.regionMatches(true, 0, prefix.strip(), 0, prefix.strip().length());
        return has ? subject : prefix + subject;
    }

    /** Whose words and when; names and numbers only, so that it reads in every language. */
    static String origin(MessageHeaders headers) {
        String who = headers.from().stream().map(Correspondent::shown).collect(Collectors.joining(", "));
        return headers.date().map(date -> who + ", " + WHEN.format(date)).orElse(who);
    }

    private static List<Address> addresses(Stream<Correspondent> people, Collection<Address> without) {
        Set<Address> addresses = new LinkedHashSet<>();
        people.map(Correspondent::address)
                .flatMap(Optional::stream)
                .filter(one -> without.stream().noneMatch(one::sameMailbox))
                .forEach(addresses::add);
        return List.copyOf(addresses);
    }

    private static String quoted(ReadMessage message) {
        String lines = message.text()
                .stripTrailing()
                .lines()
                .map(line -> line.startsWith(">") ? ">" + line : "> " + line)
                .collect(Collectors.joining("\n"));
        return "\n\n" + origin(message.headers()) + ":\n" + lines + "\n";
    }

    private static ThreadLinks links(MessageHeaders headers) {
        if (headers.messageId().isEmpty()) {
            return ThreadLinks.NONE;
        }
        List<String> before = headers.references().isEmpty() ? headers.inReplyTo() : headers.references();
        List<String> thread = new ArrayList<>(before);
        thread.add(headers.messageId().get());
        return new ThreadLinks(headers.messageId(), thread);
    }
}
