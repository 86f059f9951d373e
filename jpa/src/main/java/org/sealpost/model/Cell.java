package org.sealpost.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.TableList.Kind;

/** One value of a row on its way between a database and a backup: a byte that tells whether there is one, then it. */
final class Cell {
    /** No value is larger than a revocation list of a million entries. */
    private static final int LARGEST = 128 * 1024 * 1024;

    private Cell() {}

    static void write(ResultSet row, int at, Kind kind, DataOutput out) throws SQLException, IOException {
        @Nullable
        Object value =
                switch (kind) {
                    case TEXT -> row.getString(at);
                    case NUMBER -> row.getLong(at);
                    case TRUTH -> row.getBoolean(at);
                    case BYTES -> row.getBytes(at);
                    case MOMENT -> row.getObject(at, OffsetDateTime.class);
                    case UUID -> row.getObject(at, UUID.class);
                };
        boolean there = !row.wasNull();
        out.writeBoolean(there);
        if (there && value != null) {
            write(value, out);
        }
    }

    private static void write(Object value, DataOutput out) throws IOException {
        if (value instanceof String text) {
            writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
        } else if (value instanceof Long number) {
            out.writeLong(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof byte[] bytes) {
            writeBytes(bytes, out);
        } else if (value instanceof OffsetDateTime moment) {
            out.writeLong(moment.toEpochSecond());
            out.writeInt(moment.getNano());
        } else if (value instanceof UUID id) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static void read(DataInput in, Kind kind, PreparedStatement row, int at) throws SQLException, IOException {
        if (!in.readBoolean()) {
            row.setNull(at, type(kind));
            return;
        }
        switch (kind) {
            case TEXT -> row.setString(at, new String(readBytes(in), StandardCharsets.UTF_8));
            case NUMBER -> row.setLong(at, in.readLong());
            case TRUTH -> row.setBoolean(at, in.readBoolean());
            case BYTES -> row.setBytes(at, readBytes(in));
            case MOMENT ->
                row.setObject(
                        at, Instant.ofEpochSecond(in.readLong(), in.readInt()).atOffset(ZoneOffset.UTC));
            case UUID -> row.setObject(at, new UUID(in.readLong(), in.readLong()));
        }
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a value of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static int type(Kind kind) {
        return switch (kind) {
            case TEXT -> Types.VARCHAR;
            case NUMBER -> Types.BIGINT;
            case TRUTH -> Types.BOOLEAN;
            case BYTES -> Types.VARBINARY;
            case MOMENT -> Types.TIMESTAMP_WITH_TIMEZONE;
            case UUID -> Types.OTHER;
        };
    }
}
