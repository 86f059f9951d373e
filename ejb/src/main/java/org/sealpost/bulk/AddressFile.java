package org.sealpost.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A list of addresses as spreadsheets and directories write it: comma or semicolon, with or without a line of headings.
 * The addresses are in the column headed address, mail or e-mail, else in the first column with an @ in it.
 */
public final class AddressFile {
    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 8_000_000;

    private static final Set<String> HEADINGS =
            Set.of("address", "mail", "email", "e-mail", "adresse", "mailadresse", "e-mail-adresse");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private AddressFile() {}

    /**
     * The addresses in their order, as they stand there.
     *
     * @throws UnreadableAddressFile when it is no such list, or too large
     */
    public static List<String> read(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new UnreadableAddressFile("too-large");
        }
        String text = text(file);
        char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
        List<String> addresses = new ArrayList<>();
        try {
            int column = -1;
            for (CsvRecord line : CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofCsvRecord(text)) {
                boolean first = column < 0;
                column = first ? column(line) : column;
                if (column < line.getFieldCount() && !(first && isHeading(line.getField(column)))) {
                    addresses.add(line.getField(column).strip());
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableAddressFile("no-table", e);
        }
        addresses.removeIf(String::isEmpty);
        return addresses;
    }

    private static int column(CsvRecord line) {
        for (int i = 0; i < line.getFieldCount(); i++) {
            if (isHeading(line.getField(i)) || line.getField(i).contains("@")) {
                return i;
            }
        }
        throw new UnreadableAddressFile("no-addresses");
    }

    private static boolean isHeading(String field) {
        return HEADINGS.contains(field.strip().toLowerCase(Locale.ROOT));
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableAddressFile("no-text", e);
        }
    }
}
