package org.sealpost.web.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** A name of a certificate in a form that people read: its values without the names of the attributes. */
final class DistinguishedName {

    private DistinguishedName() {}

    /**
     * The values of a name, the most telling first.
     *
     * @param name in the form of RFC 2253; anything else comes back as it is
     */
    static String readable(String name) {
        List<Rdn> parts = parts(name);
        return parts.isEmpty()
                ? name
                : parts.stream().map(part -> String.valueOf(part.getValue())).collect(Collectors.joining(", "));
    }

    /** The common name in a name; the readable form when it has none. */
    static String commonName(String name) {
        return parts(name).stream()
                .filter(part -> part.getType().equalsIgnoreCase("CN"))
                .map(part -> String.valueOf(part.getValue()))
                .findFirst()
                .orElseGet(() -> readable(name));
    }

    /** The last part of a name as it is written is its root: it comes last for people too. */
    private static List<Rdn> parts(String name) {
        if (!name.contains("=")) {
            return List.of();
        }
        try {
            List<Rdn> parts = new ArrayList<>(new LdapName(name).getRdns());
            parts.removeIf(part -> part.size() == 0);
            Collections.reverse(parts);
            return parts;
        } catch (InvalidNameException e) {
            return List.of();
        }
    }
}
