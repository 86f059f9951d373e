package org.sealpost.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Fields one after the other, each with its length before it, so that no two lists of fields give the same octets. */
final class Statement {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /** @param kind names what is stated; a new form gets a new name */
    Statement(String kind) {
        with(kind);
    }

    Statement with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    Statement with(boolean yes) {
        return with(new byte[] {(byte) (yes ? 1 : 0)});
    }

    /** To the millisecond. */
    Statement with(Instant instant) {
        return with(
                ByteBuffer.allocate(Long.BYTES).putLong(instant.toEpochMilli()).array());
    }

    Statement with(byte[] field) {
        octets.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        octets.writeBytes(field);
        return this;
    }

    byte[] octets() {
        return octets.toByteArray();
    }
}
