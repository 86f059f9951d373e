package org.sealpost.pki;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a revocation list is fetched. Plain HTTP only, as RFC 5280 section 8 has it: the list is signed, and fetching
 * it by TLS would ask for another list first.
 */
public record ListAddress(URI uri) {
    /** Longest address in characters. */
    public static final int LONGEST = 1000;

    /**
     * Takes what something can be fetched from.
     *
     * @throws BadListAddress unless it is an absolute HTTP address with a host, without user name and fragment
     */
    public ListAddress {
        if (!usable(uri)) {
            throw new BadListAddress(uri.toString());
        }
    }

    /**
     * Reads what was typed.
     *
     * @throws BadListAddress when it is no such address
     */
    public static ListAddress parse(String text) {
        return find(text).orElseThrow(() -> new BadListAddress(text));
    }

    static Optional<ListAddress> find(String text) {
        try {
            URI uri = new URI(text.strip());
            return usable(uri) ? Optional.of(new ListAddress(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean usable(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.toASCIIString().length() <= LONGEST;
    }

    @Override
    public String toString() {
        return uri.toASCIIString();
    }
}
