package org.sealpost.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditRecord;

/** Writes entries one after the other, in memory that does not grow with them. */
abstract sealed class AuditWriter implements Closeable {
    static AuditWriter of(AuditFormat format, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return format == AuditFormat.CSV ? new Csv(text) : new JsonLines(text);
    }

    abstract void write(AuditEntry entry) throws IOException;

    private static String hex(AuditEntry entry) {
        return HexFormat.of().formatHex(entry.hash());
    }

    private static final class JsonLines extends AuditWriter {
        private final Writer out;

        JsonLines(Writer out) {
            this.out = out;
        }

        @Override
        void write(AuditEntry entry) throws IOException {
            AuditRecord said = entry.said();
            JsonObject line = Json.createObjectBuilder()
                    .add("number", entry.number())
                    .add("at", said.at().toString())
                    .add("actor", said.actor())
                    .add("act", said.act().name())
                    .add("outcome", said.outcome().name())
                    .add("subject", said.subject())
                    .add("details", said.details())
                    .add("approvers", said.grounds().approvers())
                    .add("reason", said.grounds().reason())
                    .add("ticket", said.grounds().ticket())
                    .add("hash", hex(entry))
                    .add("authenticated", entry.mac().isPresent())
                    .build();
            out.write(line.toString());
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class Csv extends AuditWriter {
        private static final String FORMULA = "=+-@\t\r";

        private final CsvWriter out;

        Csv(Writer text) {
            out = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            out.writeRecord(
                    "number",
                    "at",
                    "actor",
                    "act",
                    "outcome",
                    "subject",
                    "details",
                    "approvers",
                    "reason",
                    "ticket",
                    "hash",
                    "authenticated");
        }

        @Override
        void write(AuditEntry entry) {
            AuditRecord said = entry.said();
            out.writeRecord(
                    Long.toString(entry.number()),
                    said.at().toString(),
                    safe(said.actor()),
                    said.act().name(),
                    said.outcome().name(),
                    safe(said.subject()),
                    safe(said.details()),
                    safe(said.grounds().approvers()),
                    safe(said.grounds().reason()),
                    safe(said.grounds().ticket()),
                    hex(entry),
                    Boolean.toString(entry.mac().isPresent()));
        }

        private static String safe(String text) {
            return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
