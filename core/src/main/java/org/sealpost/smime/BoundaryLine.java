package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sealpost.mime.MessageSource;

/**
 * A line that separates the parts of a multipart body (RFC 2046 section 5.1.1).
 *
 * @param start offset of its first byte
 * @param end offset behind its line end
 * @param lineEndBefore length of the line end before it, which belongs to it and not to the part
 * @param closing whether no part follows
 */
record BoundaryLine(long start, long end, int lineEndBefore, boolean closing) {

    /** Finds the first lines of a boundary: until the closing one, but no more than {@code maximum}. */
    static List<BoundaryLine> find(MessageSource body, String boundary, int maximum) throws IOException {
        Search search = new Search(boundary, maximum);
        byte[] chunk = new byte[Content.chunkFor(body.length())];
        try (InputStream in = body.open()) {
            for (int read = in.read(chunk); read >= 0 && !search.done(); read = in.read(chunk)) {
                search.look(chunk, read);
            }
        }
        search.end();
        return search.found;
    }

    private static final class Search {
        private final byte[] delimiter;
        private final int maximum;
        private final List<BoundaryLine> found = new ArrayList<>();
        private long before;
        private long lineStart;
        private int lineEndBefore;
        private int matched;
        private int dashes;
        private boolean elsewhere;
        private byte last;

        Search(String boundary, int maximum) {
            this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
            this.maximum = maximum;
        }

        boolean done() {
            return found.size() == maximum
                    || (!found.isEmpty() && found.get(found.size() - 1).closing());
        }

        void look(byte[] chunk, int length) {
            for (int i = 0; i < length && !done(); i++) {
                if (elsewhere) {
                    i = lineFeed(chunk, i, length);
                    if (i == length) {
                        break;
                    }
                }
                take(chunk[i], before + i);
            }
            before += length;
        }

        /** Passes over the rest of a line that is no boundary line. */
        private int lineFeed(byte[] chunk, int from, int length) {
            int i = from;
            while (i < length && chunk[i] != '\n') {
                i++;
            }
            if (i > from) {
                last = chunk[i - 1];
            }
            return i;
        }

        private void take(byte octet, long at) {
            if (octet == '\n') {
                addIfMatched(at + 1);
                lineStart = at + 1;
                lineEndBefore = last == '\r' ? 2 : 1;
                matched = 0;
                dashes = 0;
                elsewhere = false;
            } else if (matched < delimiter.length) {
                elsewhere = octet != delimiter[matched++];
            } else if (octet == '-' && dashes < 2) {
                dashes++;
            } else {
                elsewhere = octet != ' ' && octet != '\t' && octet != '\r';
            }
            last = octet;
        }

        /** The last line may lack its line end. */
        void end() {
            if (!done()) {
                addIfMatched(before);
            }
        }

        private void addIfMatched(long end) {
            if (!elsewhere && matched == delimiter.length && dashes != 1) {
                found.add(new BoundaryLine(lineStart, end, lineEndBefore, dashes == 2));
            }
        }
    }
}
