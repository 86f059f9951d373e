package org.sealpost.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tables of the guide on interoperability: those whose first heading names a group of rows.
 *
 * @param peers headings of the other columns
 * @param rows cells by the row's name, in the order of the peers
 */
record PublishedTable(List<String> peers, Map<String, List<String>> rows) {

    private static final Path GUIDE = Path.of("..", "src", "doc", "interoperability.md");

    /** The table with this first heading. */
    static PublishedTable of(String group) {
        List<String> lines = lines();
        String heading = lines.stream()
                .filter(line -> line.startsWith("| " + group + " |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table of: " + group));
        List<String> peers = cells(heading);
        Map<String, List<String>> rows = new LinkedHashMap<>();
        lines.subList(lines.indexOf(heading) + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(PublishedTable::cells)
                .forEach(cells -> rows.put(cells.get(0), cells.subList(1, cells.size())));
        return new PublishedTable(peers.subList(1, peers.size()), rows);
    }

    /** The word that a cell begins with; what follows a colon is its reason, for people. */
    String word(String row, String peer) {
        return Objects.requireNonNull(rows.get(row), row)
                .get(peers.indexOf(peer))
                .replaceFirst(":.*", "");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(GUIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
