package org.sealpost.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.sealpost.model.TableList.Column;
import org.sealpost.model.TableList.Table;

/**
 * Every table of the database as one stream that says the same whichever of the two databases wrote it, and back into
 * an empty one. Writing sees one moment of the database; reading is all or nothing. Neither holds more than a row.
 */
public final class TableArchive {
    private static final int FETCH = 200;
    private static final String END = "";

    private final DataSource database;

    public TableArchive(DataSource database) {
        this.database = database;
    }

    /** Rows of all tables together, roughly: for a bar that shows progress. */
    public long size() {
        return inTransaction(connection -> {
            long rows = 0;
            for (Table table : TableList.of(connection)) {
                try (Statement statement = connection.createStatement();
                        ResultSet count = statement.executeQuery("select count(*) from " + table.name())) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
            return rows;
        });
    }

    /**
     * Writes every table.
     *
     * @param progress told the number of rows so far, now and then
     * @return how many rows were written
     */
    public long write(DataOutput out, LongConsumer progress) {
        return inTransaction(connection -> {
            long rows = 0;
            for (Table table : TableList.of(connection)) {
                out.writeUTF(table.name());
                out.writeInt(table.columns().size());
                for (Column column : table.columns()) {
                    out.writeUTF(column.name());
                }
                rows = writeRows(connection, table, out, rows, progress);
                out.writeBoolean(false);
            }
            out.writeUTF(END);
            out.writeLong(rows);
            return rows;
        });
    }

    private static long writeRows(
            Connection connection, Table table, DataOutput out, long before, LongConsumer progress)
            throws SQLException, IOException {
        long rows = before;
        String columns = names(table.columns());
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery("select " + columns + " from " + table.name())) {
                while (row.next()) {
                    out.writeBoolean(true);
                    for (int at = 0; at < table.columns().size(); at++) {
                        Cell.write(row, at + 1, table.columns().get(at).kind(), out);
                    }
                    if (++rows % FETCH == 0) {
                        progress.accept(rows);
                    }
                }
            }
        }
        return rows;
    }

    /**
     * Reads what {@link #write} wrote into a database that has no Key Manager yet, in the place of whatever is there.
     *
     * @return how many rows were read
     * @throws ArchiveRefused when the database is in use, its tables are others,
     *     or the stream breaks off; nothing of it is kept then
     */
    public long read(DataInput in, LongConsumer progress) {
        return inTransaction(connection -> new TableReader(connection, progress).read(in));
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Something to do with a connection. */
    private interface Work {
        long on(Connection connection) throws SQLException, IOException;
    }

    private long inTransaction(Work work) {
        try (Connection connection = database.getConnection()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().startsWith("H2");
            int before = connection.getTransactionIsolation();
            connection.setTransactionIsolation(
                    h2 ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                long result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(before);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused", e);
        } catch (IOException e) {
            throw ArchiveRefused.damaged(e);
        }
    }

    /** Inserts of one table. */
    static PreparedStatement insert(Connection connection, String table, List<Column> columns) throws SQLException {
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return connection.prepareStatement("insert into " + table + " (" + names(columns) + ") values (" + marks + ")");
    }
}
