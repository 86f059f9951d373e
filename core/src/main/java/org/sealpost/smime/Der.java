package org.sealpost.smime;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;

/** The few steps of DER (X.690 section 10) that the writer needs around pieces that are encoded already. */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    /** The line end of mail. */
    static final byte[] CRLF = {'\r', '\n'};

    private static final int MAXIMUM_HEADER = 10;

    private Der() {}

    /** The tag of a context-specific element with others inside. */
    static int constructed(int number) {
        return 0xA0 | number;
    }

    /** The tag of a context-specific element with bytes inside. */
    static int primitive(int number) {
        return 0x80 | number;
    }

    /** Tag and length octets of an element. */
    static byte[] header(int tag, long length) {
        byte[] octets = new byte[MAXIMUM_HEADER];
        int start = MAXIMUM_HEADER;
        if (length < 0x80) {
            octets[--start] = (byte) length;
        } else {
            long rest = length;
            do {
                octets[--start] = (byte) rest;
                rest >>>= Byte.SIZE;
            } while (rest != 0);
            octets[start - 1] = (byte) (0x80 | MAXIMUM_HEADER - start);
            start--;
        }
        octets[--start] = (byte) tag;
        return Arrays.copyOfRange(octets, start, MAXIMUM_HEADER);
    }

    /** An element around the given pieces. */
    static byte[] element(int tag, byte[]... pieces) {
        byte[] content = join(pieces);
        return join(header(tag, content.length), content);
    }

    /** A SET OF in the order that DER asks for. */
    static byte[] setOf(int tag, List<byte[]> elements) {
        return element(tag, elements.stream().sorted(Arrays::compareUnsigned).toArray(byte[][]::new));
    }

    static byte[] join(byte[]... pieces) {
        int length = 0;
        for (byte[] piece : pieces) {
            length = Math.addExact(length, piece.length);
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, joined, at, piece.length);
            at += piece.length;
        }
        return joined;
    }

    /** Encodes an object of ours; never given one that was read. */
    static byte[] encode(ASN1Encodable object) {
        try {
            return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding into memory", e);
        }
    }
}
