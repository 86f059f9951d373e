package org.sealpost.pki;

import java.net.IDN;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * For which mail domains an authority is trusted. Written as name constraints for rfc822Name are (RFC 5280 section
 * 4.2.1.10): {@code partner.example} stands for addresses at exactly that domain, {@code .partner.example} for those at
 * every domain below it.
 *
 * @param names in ASCII form and lower case; 1 to {@value #MOST}
 */
public record MailDomains(SortedSet<String> names) {
    /** The most domains of one authority. */
    public static final int MOST = 50;

    private static final int LONGEST = 253;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final Pattern DOMAIN = Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");

    /** Keeps a copy. */
    public MailDomains {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /**
     * Reads what an administrator typed, with white space or commas between the domains; {@code *.partner.example} is
     * taken for {@code .partner.example}. A whole top-level domain is nobody's own and so is refused.
     *
     * @throws BadMailDomains when there is none, one is not a domain, or there are too many
     */
    public static MailDomains parse(String typed) {
        List<String> given = BETWEEN.splitAsStream(typed.strip())
                .filter(one -> !one.isEmpty())
                .limit(MOST + 1L)
                .toList();
        return of(given);
    }

    /** As {@link #parse}, for domains that come one by one. */
    public static MailDomains of(Collection<String> given) {
        if (given.isEmpty()) {
            throw BadMailDomains.none();
        }
        if (given.size() > MOST) {
            throw BadMailDomains.tooMany(MOST);
        }
        SortedSet<String> names = new TreeSet<>();
        given.forEach(one -> names.add(normalised(one)));
        return new MailDomains(names);
    }

    private static String normalised(String given) {
        String name = given.startsWith("*.") ? given.substring(1) : given;
        boolean below = name.startsWith(".");
        String ascii = ascii(below ? name.substring(1) : name);
        if (ascii.length() > LONGEST || !DOMAIN.matcher(ascii).matches()) {
            throw BadMailDomains.notOne(given);
        }
        return below ? '.' + ascii : ascii;
    }

    /** Whether the authority may vouch for that mail address; never for text that is none. */
    public boolean allow(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && allowDomain(address.substring(at + 1));
    }

    /** Whether the authority may vouch for addresses at exactly that domain. */
    public boolean allowDomain(String domain) {
        String ascii = ascii(domain);
        if (names.contains(ascii)) {
            return true;
        }
        for (int dot = ascii.indexOf('.', 1); dot > 0; dot = ascii.indexOf('.', dot + 1)) {
            if (names.contains(ascii.substring(dot))) {
                return true;
            }
        }
        return false;
    }

    /** As people and the database have them, with spaces between. */
    public String toText() {
        return String.join(" ", names);
    }

    /** Empty, which no domain is, for what has no ASCII form. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
