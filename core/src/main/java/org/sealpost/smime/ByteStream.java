package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read again, whose number is not known before. */
interface ByteStream {

    InputStream open() throws IOException;
}
