package org.sealpost.model;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A certificate's serial number as the database keeps it.
 *
 * @param value lower-case hexadecimal without sign and leading zeros, at most 40 digits (20 octets, RFC 5280 section
 *     4.1.2.2)
 */
public record Serial(String value) {
    private static final Pattern FORM = Pattern.compile("[1-9a-f][0-9a-f]{0,39}");

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

    public BigInteger number() {
        return new BigInteger(value, 16);
    }

    @Override
    public String toString() {
        return value;
    }
}
