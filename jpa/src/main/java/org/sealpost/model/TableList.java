package org.sealpost.model;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a database, each after those that it refers to, as the database itself describes them. */
final class TableList {
    /** Flyway's own record of steps, and who runs now: neither belongs to what is kept. */
    private static final Set<String> LEFT_OUT =
            Set.of("flyway_schema_history", "key_manager_lease", "key_manager_fence");

    private TableList() {}

    /** One column. @param counted whether the database counts it up by itself */
    record Column(String name, Kind kind, boolean counted) {}

    /** One table; names are in lower case, which both databases understand. */
    record Table(String name, List<Column> columns) {
        Table {
            columns = List.copyOf(columns);
        }
    }

    /** What a column holds, whatever a database calls it. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        BYTES,
        MOMENT,
        UUID
    }

    static List<Table> of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        TreeMap<String, Table> tables = new TreeMap<>();
        try (ResultSet found = database.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String stored = found.getString("TABLE_NAME");
                String name = stored.toLowerCase(Locale.ROOT);
                if (!LEFT_OUT.contains(name)) {
                    tables.put(name, new Table(name, columns(connection, stored)));
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        for (String name : tables.keySet()) {
            order(connection, tables, name, ordered, new TreeSet<>());
        }
        return ordered.stream().map(tables::get).toList();
    }

    private static void order(
            Connection connection, TreeMap<String, Table> tables, String name, Set<String> ordered, Set<String> open)
            throws SQLException {
        if (ordered.contains(name) || !tables.containsKey(name)) {
            return;
        }
        if (!open.add(name)) {
            throw new IllegalStateException("tables refer to each other in a circle: " + open);
        }
        for (String other : referred(connection, name)) {
            if (!other.equals(name)) {
                order(connection, tables, other, ordered, open);
            }
        }
        ordered.add(name);
    }

    private static Set<String> referred(Connection connection, String name) throws SQLException {
        Set<String> referred = new TreeSet<>();
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet keys =
                database.getImportedKeys(connection.getCatalog(), connection.getSchema(), stored(database, name))) {
            while (keys.next()) {
                referred.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return referred;
    }

    private static String stored(DatabaseMetaData database, String name) throws SQLException {
        return database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        DatabaseMetaData database = connection.getMetaData();
        try (ResultSet found =
                database.getColumns(connection.getCatalog(), connection.getSchema(), table.replace("_", "\\_"), "%")) {
            while (found.next()) {
                columns.add(new Column(
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        kind(found.getInt("DATA_TYPE"), found.getString("TYPE_NAME")),
                        "YES".equals(found.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    private static Kind kind(int type, String name) {
        if (name.toLowerCase(Locale.ROOT).equals("uuid")) {
            return Kind.UUID;
        }
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Kind.TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.NUMBER;
            case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> Kind.BYTES;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
            default -> throw new IllegalStateException("a column of a kind that backups do not know: " + name);
        };
    }
}
