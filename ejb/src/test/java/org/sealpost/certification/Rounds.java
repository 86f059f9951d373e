package org.sealpost.certification;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.encoders.Hex;

/** Changes a message's number of rounds as an attacker would. */
final class Rounds {
    private Rounds() {}

    /** Encodings of both numbers have to be of the same length. */
    static byte[] replaced(byte[] message, int before, int after) {
        String old = Hex.toHexString(encoded(before));
        String changed = Hex.toHexString(encoded(after));
        if (old.length() != changed.length()) {
            throw new IllegalArgumentException("numbers of different lengths");
        }
        String hex = Hex.toHexString(message);
        String replaced = hex.replace(old, changed);
        if (replaced.equals(hex)) {
            throw new IllegalArgumentException("no such number in " + Arrays.toString(message));
        }
        return Hex.decode(replaced);
    }

    private static byte[] encoded(int number) {
        byte[] octets = BigInteger.valueOf(number).toByteArray();
        byte[] whole = new byte[octets.length + 2];
        whole[0] = 2;
        whole[1] = (byte) octets.length;
        System.arraycopy(octets, 0, whole, 2, octets.length);
        return whole;
    }
}
