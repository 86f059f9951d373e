package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.sealpost.mime.MessageSource;

/**
 * The two parts of a clear-signed body (RFC 1847 section 2.1), in the bytes in which they arrived.
 *
 * @param signed the first part with its header, without the line end that belongs to the boundary
 * @param signature the second part with its header
 */
record ClearSigned(MessageSource signed, MessageSource signature) {

    private static final int LINES = 3;
    private static final int LARGEST_KEPT = 1024 * 1024;

    /** @throws MalformedSeal when there are not exactly two parts */
    static ClearSigned locate(MessageSource body, String boundary) throws IOException {
        List<BoundaryLine> lines = boundary.isEmpty() ? List.of() : BoundaryLine.find(body, boundary, LINES);
        boolean twoParts = lines.size() >= 2 && !lines.get(1).closing();
        boolean third = lines.size() == LINES && !lines.get(2).closing();
        if (!twoParts || third) {
            throw new MalformedSeal("multipart/signed");
        }
        long end = lines.size() == LINES ? lines.get(2).start() - lines.get(2).lineEndBefore() : body.length();
        return new ClearSigned(
                part(body, lines.get(0), lines.get(1).start() - lines.get(1).lineEndBefore()),
                kept(part(body, lines.get(1), end)));
    }

    /** Behind a large content every further look at the signature would cost reading all of it. */
    private static MessageSource kept(MessageSource signature) throws IOException {
        if (signature.length() > LARGEST_KEPT) {
            return signature;
        }
        try (InputStream in = signature.open()) {
            return MessageSource.of(in.readAllBytes());
        }
    }

    private static MessageSource part(MessageSource body, BoundaryLine line, long end) {
        return new Slice(body::open, line.end(), Math.max(end - line.end(), 0));
    }
}
