package org.sealpost.mailbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.sealpost.mime.MessageSource;

/** A message that is written to memory and read from there without being copied. */
final class MessageBuffer extends ByteArrayOutputStream implements MessageSource {
    /** @param expected about as many octets as will be written; large messages are then never moved */
    MessageBuffer(long expected) {
        super(Math.toIntExact(expected));
    }

    @Override
    public synchronized InputStream open() {
        return new ByteArrayInputStream(buf, 0, count);
    }

    @Override
    public synchronized long length() {
        return count;
    }
}
