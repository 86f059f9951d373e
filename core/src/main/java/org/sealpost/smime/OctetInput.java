package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;

/**
 * The octets of the element that a {@link BerReader} stands before: an OCTET STRING in one piece, or in any number of
 * pieces (X.690 section 8.7.3). Does not close the reader's stream unless told to own it.
 */
final class OctetInput extends InputStream {

    private static final int CONSTRUCTED_OCTET_STRING = 0x24;

    private final BerReader reader;
    private final InputStream owned;
    private final int outer;
    private long left;
    private boolean ended;

    /**
     * @param tag what the element must have, with or without the bit for constructed
     * @param owned closed together with this
     */
    OctetInput(BerReader reader, int tag, InputStream owned) throws IOException {
        this.reader = reader;
        this.owned = owned;
        this.outer = reader.depth();
        int found = reader.readHeader();
        if ((found & ~0x20) != tag) {
            throw new MalformedSeal("cms");
        }
        if (found == tag) {
            left = reader.length();
        } else {
            reader.push();
        }
    }

    /** Number of octets when they come in one piece; negative when it is not known. */
    long knownLength() {
        return reader.depth() == outer ? left : -1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        while (left == 0) {
            if (!nextPiece()) {
                return -1;
            }
        }
        int read = reader.readContent(bytes, offset, (int) Math.min(count, left));
        left -= read;
        return read;
    }

    private boolean nextPiece() throws IOException {
        while (!ended && reader.depth() > outer && reader.atEnd()) {
            reader.leave();
        }
        if (ended || reader.depth() == outer) {
            ended = true;
            return false;
        }
        int tag = reader.readHeader();
        if (tag == CONSTRUCTED_OCTET_STRING) {
            reader.push();
        } else if (tag == Der.OCTET_STRING) {
            left = reader.length();
        } else {
            throw new MalformedSeal("cms");
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}
