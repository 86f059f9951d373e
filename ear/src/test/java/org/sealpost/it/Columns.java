package org.sealpost.it;

import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dump of a database: every value of every column of every table, binary ones as their bytes. */
final class Columns {
    private Columns() {}

    /** @param schema as the database spells it: PUBLIC or public */
    static List<byte[]> of(Connection connection, String schema) throws SQLException {
        List<byte[]> values = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getTables(null, schema, "%", null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_TYPE").endsWith("TABLE")) {
                    collect(connection, tables.getString("TABLE_NAME"), values);
                }
            }
        }
        return values;
    }

    private static void collect(Connection connection, String table, List<byte[]> values) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    values.add(bytes(rows.getObject(column)));
                }
            }
        }
    }

    private static byte[] bytes(@Nullable Object value) throws SQLException {
        if (value instanceof byte[] binary) {
            return binary;
        }
        if (value instanceof Blob large) {
            return large.getBytes(1, Math.toIntExact(large.length()));
        }
        String text = value instanceof Clob large
                ? large.getSubString(1, Math.toIntExact(large.length()))
                : String.valueOf(value);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
