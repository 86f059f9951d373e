package org.sealpost.web.pki;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of a header Accept (RFC 9110 section 12.5.1); parameters other than the weight do not count.
 *
 * @param type in lower case
 * @param quality its weight, 0 (not at all) to 1
 */
record MediaRange(String type, double quality) {
    private static final Pattern WEIGHT = Pattern.compile(";\\s*[qQ]\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*(?:;|$)");
    private static final int EXACT = 3;
    private static final int SUBTYPES = 2;

    static MediaRange parse(String text) {
        String type = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Matcher weight = WEIGHT.matcher(text);
        return new MediaRange(type, weight.find() ? Math.min(1, Double.parseDouble(weight.group(1))) : 1);
    }

    /**
     * How closely it names a type; 0 when it does not.
     *
     * @param names of the type, all in lower case
     */
    int closeness(Set<String> names) {
        if (names.contains(type)) {
            return EXACT;
        }
        if (type.equals("*/*")) {
            return 1;
        }
        boolean above = type.endsWith("/*")
                && names.stream().anyMatch(name -> name.startsWith(type.substring(0, type.length() - 1)));
        return above ? SUBTYPES : 0;
    }
}
