package org.sealpost.repeat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a request was answered the first time.
 *
 * @param status of HTTP, 200 to 299
 * @param mediaType of the body; empty without one
 * @param body as it went out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FirstAnswer(int status, String mediaType, byte[] body) {
    private static final byte END = '\n';

    byte[] encoded() {
        byte[] head = (status + " " + mediaType + '\n').getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    static FirstAnswer decoded(byte[] whole) {
        int end = 0;
        while (whole[end] != END) {
            end++;
        }
        String[] head = new String(whole, 0, end, StandardCharsets.US_ASCII).split(" ", 2);
        return new FirstAnswer(Integer.parseInt(head[0]), head[1], Arrays.copyOfRange(whole, end + 1, whole.length));
    }

    /** Never the body, which may hold a token. */
    @Override
    public String toString() {
        return "FirstAnswer[" + status + "]";
    }
}
