package org.sealpost.web.bearer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header of a bearer token (RFC 6750 section 2.1); what it is worth is for others to say. */
final class BearerHeader {
    private static final String SCHEME = "bearer";
    private static final int LONGEST = 16 * 1024;
    private static final Pattern FORM = Pattern.compile("[A-Za-z]{6} +([A-Za-z0-9._~+/-]+=*) *");

    private BearerHeader() {}

    /** Whether a header is of this scheme, in whatever form. */
    static boolean isOne(String header) {
        String start = header.stripLeading();
        return start.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (start.length() == SCHEME.length() || Character.isWhitespace(start.charAt(SCHEME.length())));
    }

    /** The token of such a header; empty for one that nobody can have issued, or longer than {@value #LONGEST}. */
    static Optional<String> token(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(header);
        return isOne(header) && form.matches() ? Optional.of(form.group(1)) : Optional.empty();
    }
}
