package org.sealpost.mime;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/**
 * Mime4j's description of a part by its headers, after headers that would cost quadratic time were defused: the
 * parser looks for encoded words in every parameter of every Content-Type.
 */
final class DefusedDescriptors implements BodyDescriptorBuilder {

    private static final String PREFIX = "Content-";

    private final BodyDescriptorBuilder descriptors;

    DefusedDescriptors() {
        this(new DefaultBodyDescriptorBuilder(null, LenientFieldParser.getParser(), DecodeMonitor.SILENT));
    }

    private DefusedDescriptors(BodyDescriptorBuilder descriptors) {
        this.descriptors = descriptors;
    }

    @Override
    public void reset() {
        descriptors.reset();
    }

    /** Keeps the field for the description; the parser goes on with the field as it was written. */
    @Override
    public @Nullable Field addField(RawField field) throws MimeException {
        if (field.getName().regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            descriptors.addField(new RawField(field.getName(), EncodedWords.defuse(String.valueOf(field.getBody()))));
        }
        return null;
    }

    @Override
    public BodyDescriptor build() {
        return descriptors.build();
    }

    @Override
    public BodyDescriptorBuilder newChild() {
        return new DefusedDescriptors(descriptors.newChild());
    }
}
