package org.sealpost.mime;

/**
 * How much of everything a message may hold before it is refused.
 *
 * @param messageBytes size of the whole message as transferred
 * @param depth multiparts and enclosed messages inside one another
 * @param parts body parts and enclosed messages, all levels together
 * @param headerBytes one header block, the message's own or a part's
 * @param lineBytes one line; RFC 5322 section 2.1.1 allows 998, real mail is often longer
 * @param textBytes the texts shown as the body, together; what goes over is not refused but offered as an attachment
 * @param workBytes bytes scanned over all nesting levels together; every level is scanned again for its own boundary,
 *     so that a small message of great depth costs as much as a large flat one
 */
public record MimeLimits(
        long messageBytes, int depth, int parts, int headerBytes, int lineBytes, int textBytes, long workBytes) {

    /** What Sealpost accepts from anybody. */
    public static final MimeLimits STANDARD =
            new MimeLimits(50_000_000, 50, 1_000, 256 * 1024, 1024 * 1024, 1024 * 1024, 500_000_000);

    /** The same limits with another size of the whole message, for callers that stream from disk. */
    public MimeLimits withMessageBytes(long bytes) {
        return new MimeLimits(bytes, depth, parts, headerBytes, lineBytes, textBytes, Math.max(workBytes, 10 * bytes));
    }
}
