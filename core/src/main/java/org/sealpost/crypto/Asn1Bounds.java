package org.sealpost.crypto;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Primitive;

/**
 * Guards parsers of ASN.1 against input made to hurt: Bouncy Castle recurses once for each level of nesting, so the
 * nesting is measured without recursion before anything is parsed.
 */
public final class Asn1Bounds {
    /** The deepest nesting that is parsed; honest structures stay under 30. */
    public static final int DEEPEST = 64;

    private static final int CONSTRUCTED = 0x20;
    private static final int INDEFINITE = 0x80;
    private static final int LONG_TAG = 0x1f;

    private Asn1Bounds() {}

    /**
     * Parses one complete value with nothing behind it.
     *
     * @param what the structure that is expected, for the refusal
     * @throws BadEncoding when it is not one, or is nested too deeply
     */
    public static ASN1Primitive parse(byte[] encoded, String what) {
        if (encoded.length == 0 || !withinDepth(encoded)) {
            throw new BadEncoding(what);
        }
        try {
            return ASN1Primitive.fromByteArray(encoded);
        } catch (IOException | ClassCastException | IllegalArgumentException | IllegalStateException e) {
            throw new BadEncoding(what, e);
        }
    }

    /** Walks over tags and lengths only; whatever is malformed is left to the parser. */
    public static boolean withinDepth(byte[] encoded) {
        return new Walk(encoded).withinDepth();
    }

    /** One walk, with the end of each open constructed value on a stack; -1 stands for an indefinite length. */
    private static final class Walk {
        private final byte[] encoded;
        private final int[] ends = new int[DEEPEST];
        private int depth;
        private int at;

        Walk(byte[] encoded) {
            this.encoded = encoded;
        }

        boolean withinDepth() {
            while (at < encoded.length) {
                while (depth > 0 && ends[depth - 1] >= 0 && at >= ends[depth - 1]) {
                    depth--;
                }
                int tag = next();
                if ((tag & LONG_TAG) == LONG_TAG) {
                    skipLongTag();
                }
                int length = length();
                if (tag == 0 && length == 0 && depth > 0 && ends[depth - 1] < 0) {
                    depth--;
                } else if ((tag & CONSTRUCTED) != 0) {
                    if (depth == DEEPEST) {
                        return false;
                    }
                    ends[depth++] = length < 0 ? -1 : end(length);
                } else {
                    at = end(length);
                }
            }
            return true;
        }

        private int end(int length) {
            return length < 0 || length > encoded.length - at ? encoded.length : at + length;
        }

        private int next() {
            return at < encoded.length ? encoded[at++] & 0xff : 0;
        }

        private void skipLongTag() {
            int octet = 0x80;
            while ((octet & 0x80) != 0) {
                octet = next();
            }
        }

        /** -1 for an indefinite length; lengths beyond an int end at the end of the input. */
        private int length() {
            int first = next();
            if (first == INDEFINITE) {
                return -1;
            }
            if (first < INDEFINITE) {
                return first;
            }
            long length = 0;
            for (int i = first & 0x7f; i > 0; i--) {
                length = Math.min(Integer.MAX_VALUE, length << 8 | next());
            }
            return (int) length;
        }
    }
}
