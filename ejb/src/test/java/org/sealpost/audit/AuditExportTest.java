package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.AuditRepository;

class AuditExportTest {
    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "ada");
    private final AuditLog log = assembly.get(AuditLog.class);
    private final AuditService service = assembly.get(AuditService.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void jsonLinesHoldEverythingThatTheLogHolds() {
        add("alice@corp.example id-1", "line one\nline \"two\" é", new Grounds("olga, otto", "by court order", "T-1"));
        List<String> lines =
                export(AuditQuery.ALL, AuditFormat.JSON_LINES).lines().toList();
        assertThat(lines).hasSize(2);
        JsonObject line = Json.createReader(new StringReader(lines.get(1))).readObject();
        assertThat(line.getInt("number")).isEqualTo(1);
        assertThat(line.getString("at")).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(line.getString("details")).isEqualTo("line one\nline \"two\" é");
        assertThat(line.getString("approvers")).isEqualTo("olga, otto");
        assertThat(line.getString("reason")).isEqualTo("by court order");
        assertThat(line.getString("hash"))
                .isEqualTo(HexFormat.of()
                        .formatHex(assembly.get(AuditRepository.class)
                                .after(0, 1)
                                .get(0)
                                .hash()));
        assertThat(line.getBoolean("authenticated")).isFalse();
    }

    @Test
    void aSpreadsheetGetsTextAndNoFormula() throws IOException {
        add("=HYPERLINK(\"http://evil.example\")", "comma, \"quote\"\r\nand line", Grounds.NONE);
        String text = export(AuditQuery.ALL, AuditFormat.CSV);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            List<NamedCsvRecord> rows = reader.stream().toList();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getField("subject")).isEqualTo("'=HYPERLINK(\"http://evil.example\")");
            assertThat(rows.get(1).getField("details")).isEqualTo("comma, \"quote\"\r\nand line");
            assertThat(rows.get(1).getField("act")).isEqualTo("ENABLE");
        }
    }

    @Test
    void aFilterAndManyPagesHoldForTheExportToo() {
        assembly.run(() -> IntStream.range(0, 1_100)
                .forEach(i -> log.success(i % 2 == 0 ? Act.ENABLE : Act.REVOKE, "mailbox " + i, "")));
        AuditQuery revoked = new AuditQuery(Act.REVOKE, null, "", "", AuditQuery.Span.ALWAYS);
        assertThat(export(revoked, AuditFormat.JSON_LINES).lines()).hasSize(550).allSatisfy(line -> assertThat(line)
                .contains("\"act\":\"REVOKE\""));
    }

    @Test
    void takingTheLogOutIsItselfInTheLog() {
        export(AuditQuery.ALL, AuditFormat.CSV);
        assertThat(assembly.get(AuditRepository.class).after(0, 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.said().act()).isEqualTo(Act.EXPORT_AUDIT));
    }

    private void add(String subject, String details, Grounds grounds) {
        assembly.run(() -> log.success(Act.ENABLE, subject, details, grounds));
    }

    private String export(AuditQuery query, AuditFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assembly.run(() -> {
            try {
                service.export(query, format, out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return out.toString(StandardCharsets.UTF_8);
    }
}
