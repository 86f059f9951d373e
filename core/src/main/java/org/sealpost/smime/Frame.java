package org.sealpost.smime;

/**
 * What stands before and after a content of known length, so that a structure around a large content can be written
 * with definite lengths and without holding it. Each step puts something more around it.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(byte[] before, long contentLength, byte[] after) {

    private static final byte[] NOTHING = {};

    static Frame around(long contentLength) {
        return new Frame(NOTHING, contentLength, NOTHING);
    }

    Frame precededBy(byte[]... pieces) {
        return new Frame(Der.join(Der.join(pieces), before), contentLength, after);
    }

    Frame followedBy(byte[]... pieces) {
        return new Frame(before, contentLength, Der.join(after, Der.join(pieces)));
    }

    Frame within(int tag) {
        return precededBy(Der.header(tag, length()));
    }

    long length() {
        return before.length + contentLength + after.length;
    }
}
