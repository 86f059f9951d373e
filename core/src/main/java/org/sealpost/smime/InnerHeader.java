package org.sealpost.smime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sealpost.mime.HeaderFields;

/**
 * The header fields that came inside a seal (RFC 9788 section 4.2).
 *
 * @param fields in their order
 * @param hidden names of those that stood outside in another form or not at all, in lower case
 */
record InnerHeader(List<HeaderFields.Field> fields, Set<String> hidden) {

    /** What people see or answer to, and what nobody but the sealer may say once there is an inner header. */
    private static final Set<String> OF_THE_AUTHOR = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references",
            "keywords",
            "comments",
            "mail-followup-to",
            "mail-reply-to");

    private static final String OUTER = "hp-outer";

    /**
     * The inner header of what lies under all layers; empty when it says none is protected.
     *
     * @param encrypted whether there was encryption around it: only then can anything have been hidden
     */
    static Optional<InnerHeader> of(HeaderFields header, boolean encrypted) {
        String mark = MediaType.of(header).parameter("hp");
        if (!mark.equals("clear") && !mark.equals("cipher")) {
            return Optional.empty();
        }
        List<HeaderFields.Field> fields = header.fields().stream()
                .filter(field -> !field.isContent() && !field.name().isEmpty())
                .filter(field -> !field.name().equals(OUTER) && !field.name().equals("mime-version"))
                .toList();
        return Optional.of(
                new InnerHeader(fields, encrypted && mark.equals("cipher") ? hidden(header, fields) : Set.of()));
    }

    private static Set<String> hidden(HeaderFields header, List<HeaderFields.Field> fields) {
        Set<String> outside = header.fields().stream()
                .filter(field -> field.name().equals(OUTER))
                .map(field -> normal(field.value()))
                .collect(Collectors.toSet());
        return fields.stream()
                .filter(field -> !outside.contains(normal(field.name() + ": " + field.value())))
                .map(HeaderFields.Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Name in lower case, white space as one space. */
    private static String normal(String field) {
        int colon = Math.max(field.indexOf(':'), 0);
        String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return name + ":" + field.substring(colon).replaceAll("[ \\t]+", " ").strip();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /**
     * The fields to show instead of the outer ones: those from inside, and from outside only what says nothing in the
     * author's name, as the traces of the way do.
     *
     * @param trustFrom whether the inner author is shown; the outer one otherwise
     */
    byte[] over(HeaderFields outer, boolean trustFrom) {
        Stream<HeaderFields.Field> kept = outer.fields().stream()
                .filter(field -> !field.isContent())
                .filter(field -> field.name().equals("from")
                        ? !trustFrom
                        : !has(field.name()) && !OF_THE_AUTHOR.contains(field.name()));
        Stream<HeaderFields.Field> inner =
                fields.stream().filter(field -> trustFrom || !field.name().equals("from"));
        return Der.join(Stream.concat(kept, inner)
                .map(field -> LineEnds.canonical(field.bytes()))
                .toArray(byte[][]::new));
    }

    /** The names of all of them, in lower case. */
    Set<String> names() {
        return fields.stream().map(HeaderFields.Field::name).collect(Collectors.toUnmodifiableSet());
    }
}
