package org.sealpost.addressbook;

import com.unboundid.ldap.sdk.Filter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where to look for the entries that a filter may match. An entry is matched against the whole filter afterwards, so this
 * may name too many, and what it does not name is not in the answer.
 *
 * @param addresses whole mail addresses, in lower case
 * @param beginnings what a name or an address begins with, in lower case
 */
record Wish(Set<String> addresses, Set<String> beginnings) {
    /** Most addresses that one filter may ask for. */
    static final int MOST_ADDRESSES = 100;

    /** Of these for strangers: as many as a message has recipients, not as many as an organisation has people. */
    static final int MOST_OF_STRANGERS = 5;

    /** Most beginnings: each is a question to the directory. */
    static final int MOST_BEGINNINGS = 4;

    private static final int MOST_PARTS = 512;
    private static final int LONGEST = 320;
    private static final String MAIL = "mail";
    private static final Set<String> NAMES =
            Set.of("cn", "sn", "givenname", "displayname", "commonname", "surname", "uid");
    private static final Wish NOTHING = new Wish(Set.of(), Set.of());

    Wish {
        addresses = Set.copyOf(addresses);
        beginnings = Set.copyOf(beginnings);
    }

    /**
     * What a filter asks for.
     *
     * @throws TooMuch when it asks for more than one answer may cost, or for nobody in particular
     */
    static Wish of(Filter filter) {
        Wish all = of(filter, new Parts());
        if (all.isNothing() || all.addresses.size() > MOST_ADDRESSES || all.beginnings.size() > MOST_BEGINNINGS) {
            throw new TooMuch();
        }
        return all;
    }

    /**
     * As far as strangers may wish.
     *
     * @throws TooMuch when that is nothing, or more than they may have
     */
    Wish forStrangers() {
        if (addresses.isEmpty() || addresses.size() > MOST_OF_STRANGERS) {
            throw new TooMuch();
        }
        return new Wish(addresses, Set.of());
    }

    boolean isNothing() {
        return addresses.isEmpty() && beginnings.isEmpty();
    }

    private int cost() {
        return addresses.size() + MOST_ADDRESSES * beginnings.size();
    }

    private static Wish of(Filter filter, Parts parts) {
        parts.count();
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND ->
                all(filter, parts)
                        .filter(part -> !part.isNothing())
                        .min(Comparator.comparingInt(Wish::cost))
                        .orElse(NOTHING);
            case Filter.FILTER_TYPE_OR -> all(filter, parts).reduce(NOTHING, Wish::or);
            case Filter.FILTER_TYPE_EQUALITY, Filter.FILTER_TYPE_APPROXIMATE_MATCH ->
                equality(attribute(filter), filter.getAssertionValue());
            case Filter.FILTER_TYPE_SUBSTRING -> beginning(attribute(filter), piece(filter));
            default -> NOTHING;
        };
    }

    private static Stream<Wish> all(Filter filter, Parts parts) {
        return Stream.of(filter.getComponents()).map(part -> of(part, parts)).toList().stream();
    }

    private Wish or(Wish other) {
        return new Wish(union(addresses, other.addresses), union(beginnings, other.beginnings));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Wish equality(String attribute, String value) {
        if (attribute.equals(MAIL)) {
            String address = value.strip().toLowerCase(Locale.ROOT);
            return address.isEmpty() || address.length() > LONGEST ? NOTHING : new Wish(Set.of(address), Set.of());
        }
        return beginning(attribute, value);
    }

    private static Wish beginning(String attribute, String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        boolean asked = attribute.equals(MAIL) || NAMES.contains(attribute);
        return asked && text.length() <= LONGEST && tellsApart(text) ? new Wish(Set.of(), Set.of(text)) : NOTHING;
    }

    /** One letter begins everybody's name, one ideograph is a name. */
    private static boolean tellsApart(String text) {
        return text.codePointCount(0, text.length()) > 1 || text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** The part of the text that is looked for at beginnings, also when programs mean the middle by it. */
    private static String piece(Filter filter) {
        return Stream.concat(Stream.of(text(filter.getSubInitialString())), Stream.of(filter.getSubAnyStrings()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(text(filter.getSubFinalString()));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static String attribute(Filter filter) {
        return text(filter.getAttributeName()).toLowerCase(Locale.ROOT);
    }

    /** Counts the parts of a filter, however they are nested. */
    private static final class Parts {
        private int count;

        void count() {
            if (++count > MOST_PARTS) {
                throw new TooMuch();
            }
        }
    }

    /** More than one answer may cost, or everybody. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
