package org.sealpost.smime;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.sealpost.mime.MessageSource;

/** Two sources one after the other. */
record Joined(MessageSource first, MessageSource second) implements MessageSource {

    @Override
    public InputStream open() throws IOException {
        InputStream start = first.open();
        return new SequenceInputStream(start, second.open());
    }

    @Override
    public long length() throws IOException {
        return first.length() + second.length();
    }
}
