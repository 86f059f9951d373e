package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of attacks names tests that are there: a promise without its test would be worth nothing. */
class AttackTableTest {

    private static final Path TABLE = Path.of("..", "src", "doc", "attacks.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void everyAttackHasTestsThatExist() throws IOException {
        Map<String, String> classes = classes();
        List<String> rows = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack |"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        for (String row : rows) {
            assertThat(TEST.matcher(row).find() || row.contains("| none: "))
                    .as(row)
                    .isTrue();
            TEST.matcher(row).results().forEach(it -> assertThat(classes.getOrDefault(it.group(1), ""))
                    .as(it.group())
                    .contains("\n    void " + it.group(2) + "("));
        }
    }

    private static Map<String, String> classes() throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
                classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return classes;
    }
}
