package org.sealpost.model;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A certificate's serial number as the database keeps it.
 *
 * @param value lower-case hexadecimal without sign and leading zeros, at most 40 digits (20 octets, RFC 5280 section
 *     4.1.2.2)
 */
public record Serial(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9a-f][0-9a-f]{0,39}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s:]");
    private static final Pattern LEADING = Pattern.compile("^0+");

    /** @throws IllegalArgumentException when the text is no such number */
    public Serial {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a serial number: " + value);
        }
    }

    /** @param number positive, at most 20 octets */
    public static Serial of(BigInteger number) {
        return new Serial(number.toString(16));
    }

    /**
     * Takes what somebody typed or copied out of a mail program: in any case, with colons, spaces or leading zeros.
     *
     * @throws BadSerial when it is no such number
     */
    public static Serial typed(String text) {
        String digits = BETWEEN.matcher(text.strip()).replaceAll("").toLowerCase(Locale.ROOT);
        String number = LEADING.matcher(digits).replaceFirst("");
        if (!FORM.matcher(number).matches()) {
            throw new BadSerial();
        }
        return new Serial(number);
    }

    public BigInteger number() {
        return new BigInteger(value, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}
