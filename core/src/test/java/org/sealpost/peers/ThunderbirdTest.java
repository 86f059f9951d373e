package org.sealpost.peers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.peers.Cast.Person;

/** Tries every cell of the published table about Thunderbird in its own window. */
class ThunderbirdTest {

    private static final Map<String, Map<String, ThunderbirdTrials.Trial>> GROUPS = groups();

    @TempDir
    private static Path folder;

    private static Thunderbird thunderbird;

    private static Map<String, Map<String, ThunderbirdTrials.Trial>> groups() {
        Map<String, Map<String, ThunderbirdTrials.Trial>> groups = new LinkedHashMap<>();
        groups.put("Keys of ours, imported by its certificate manager", ThunderbirdTrials.keys());
        groups.put("Sealed by Sealpost, read in its window", ThunderbirdTrials.shown());
        groups.put("Sent from its window, opened by Sealpost", ThunderbirdTrials.sent());
        return groups;
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        thunderbird = new Thunderbird(folder);
        for (Person person : Cast.ALL) {
            assertThat(thunderbird.importKeys(ThunderbirdTrials.pkcs12(person))).contains(person.address());
        }
    }

    @AfterAll
    static void end() throws IOException {
        thunderbird.close();
    }

    static Stream<Arguments> cells() {
        return GROUPS.entrySet().stream()
                .flatMap(group -> group.getValue().keySet().stream().map(row -> Arguments.of(group.getKey(), row)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void eachCellSaysWhatHappens(String group, String row) throws IOException {
        PublishedTable table = PublishedTable.of(group);
        assertThat(table.peers())
                .as("tried with another version than the guide says")
                .containsExactly(thunderbird.name());
        assertThat(table.word(row, thunderbird.name())).as(row).isEqualTo(tried(group, row));
    }

    /** A cell that says no says why, and in which version. */
    @Test
    void whatIsImpossibleHasAReason() {
        GROUPS.keySet().stream()
                .flatMap(group -> PublishedTable.of(group).rows().values().stream())
                .forEach(cells -> assertThat(cells).first().asString().matches("yes|no: \\d+ .{5,}"));
    }

    @Test
    void theGuideHasTheRowsThatAreTriedAndNoOthers() {
        GROUPS.forEach(
                (group, rows) -> assertThat(PublishedTable.of(group).rows().keySet())
                        .as(group)
                        .containsExactlyElementsOf(rows.keySet()));
    }

    private static String tried(String group, String row) throws IOException {
        try {
            requireNonNull(requireNonNull(GROUPS.get(group)).get(row)).with(thunderbird);
            return "yes";
        } catch (PeerRefuses e) {
            return "no";
        }
    }
}
