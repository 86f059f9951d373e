package org.sealpost.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tokens as a table for mail-merge. */
final class TokenList {
    private TokenList() {}

    static byte[] write(List<TokenToTake> tokens) {
        StringWriter text = new StringWriter();
        try (CsvWriter table = CsvWriter.builder().build(text)) {
            table.writeRecord("address", "name", "token", "expires");
            for (TokenToTake token : tokens) {
                table.writeRecord(
                        harmless(token.address()),
                        harmless(token.name()),
                        token.token(),
                        token.expires().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Spreadsheets take what begins like this for a formula. */
    private static String harmless(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
