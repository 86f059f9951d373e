package org.sealpost.directory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;

/** Active Directory's objectGUID: 16 octets whose first three fields are little-endian (MS-DTYP section 2.3.4.2). */
final class DirectoryGuid {
    private static final int LENGTH = 16;

    private DirectoryGuid() {}

    /** The usual text form; empty for anything but 16 octets. */
    static Optional<String> text(byte[] octets) {
        return octets.length == LENGTH ? Optional.of(swapped(octets)).map(DirectoryGuid::toText) : Optional.empty();
    }

    /** The octets of a text form; empty when it is none. */
    static Optional<byte[]> octets(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            ByteBuffer plain = ByteBuffer.allocate(LENGTH)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits());
            return Optional.of(swapped(plain.array()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String toText(byte[] plain) {
        ByteBuffer buffer = ByteBuffer.wrap(plain);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }

    private static byte[] swapped(byte[] octets) {
        ByteBuffer from = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
        return ByteBuffer.allocate(LENGTH)
                .putInt(from.getInt())
                .putShort(from.getShort())
                .putShort(from.getShort())
                .put(octets, Long.BYTES, Long.BYTES)
                .array();
    }
}
