package org.sealpost.model;

import java.io.DataInput;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.sealpost.model.TableList.Column;
import org.sealpost.model.TableList.Table;

/** Reads an archive's tables into an empty database within the caller's transaction. */
final class TableReader {
    private static final int BATCH = 100;

    private final Connection connection;
    private final LongConsumer progress;
    private long rows;

    TableReader(Connection connection, LongConsumer progress) {
        this.connection = connection;
        this.progress = progress;
    }

    long read(DataInput in) throws SQLException, IOException {
        List<Table> tables = TableList.of(connection);
        if (count("key_manager") > 0) {
            throw ArchiveRefused.inUse();
        }
        for (int at = tables.size() - 1; at >= 0; at--) {
            execute("delete from " + tables.get(at).name());
        }
        Set<String> read = new HashSet<>();
        for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
            Table table = find(tables, name);
            readTable(table, in);
            read.add(name);
        }
        if (in.readLong() != rows) {
            throw new IOException("the number of rows is another");
        }
        for (Table table : tables) {
            if (!read.contains(table.name())) {
                throw ArchiveRefused.otherTables(table.name());
            }
            countOn(table);
        }
        return rows;
    }

    private static Table find(List<Table> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ArchiveRefused.otherTables(name));
    }

    private void readTable(Table table, DataInput in) throws SQLException, IOException {
        List<Column> columns = new ArrayList<>();
        int count = in.readInt();
        for (int at = 0; at < count; at++) {
            String name = in.readUTF();
            columns.add(table.columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ArchiveRefused.otherTables(table.name())));
        }
        if (columns.size() != table.columns().size()) {
            throw ArchiveRefused.otherTables(table.name());
        }
        readRows(table, columns, in);
    }

    private void readRows(Table table, List<Column> columns, DataInput in) throws SQLException, IOException {
        try (PreparedStatement insert = TableArchive.insert(connection, table.name(), columns)) {
            int waiting = 0;
            while (in.readBoolean()) {
                for (int at = 0; at < columns.size(); at++) {
                    Cell.read(in, columns.get(at).kind(), insert, at + 1);
                }
                insert.addBatch();
                rows++;
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                    progress.accept(rows);
                }
            }
            insert.executeBatch();
        }
    }

    /** The database goes on counting where the archive's stopped. */
    private void countOn(Table table) throws SQLException {
        for (Column column : table.columns()) {
            if (column.counted()) {
                long next = number("select coalesce(max(" + column.name() + "), 0) + 1 from " + table.name());
                execute("alter table " + table.name() + " alter column " + column.name() + " restart with " + next);
            }
        }
    }

    private long count(String table) throws SQLException {
        return number("select count(*) from " + table);
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
