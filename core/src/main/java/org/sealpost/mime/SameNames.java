package org.sealpost.mime;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;

/**
 * Gives fields the names that {@link HeaderFields} gives them. The parser's own builder leaves comments out of names,
 * so that {@code Content(x)-Type} would be a {@code Content-Type} to the reader alone and pass by the signature.
 */
final class SameNames extends DefaultFieldBuilder {

    SameNames(int longest) {
        super(longest);
    }

    @Override
    public RawField build() throws MimeException {
        byte[] field = Arrays.copyOf(getRaw().buffer(), getRaw().length());
        String name = HeaderFields.nameOf(field).orElseThrow(() -> new MimeException("no field"));
        return name.indexOf('(') < 0 ? super.build() : new RawField(name, value(field));
    }

    private static String value(byte[] field) {
        int start = 0;
        while (field[start] != ':') {
            start++;
        }
        return HeaderText.guess(ByteBuffer.wrap(field, start + 1, field.length - start - 1));
    }
}
