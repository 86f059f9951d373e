package org.sealpost.peers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.smime.UnknownFormat;

/** Tries every cell of the published table: what it promises holds, and what it says is impossible fails indeed. */
class InteroperabilityTest {

    private static final Map<String, Map<String, Trial>> GROUPS = groups();

    @TempDir
    private static Path folder;

    private static List<Peer> peers = List.of();
    private static List<String> names = List.of();

    private static Map<String, Map<String, Trial>> groups() {
        Map<String, Map<String, Trial>> groups = new LinkedHashMap<>();
        groups.put("Keys of ours, imported there", ImportedKeys.rows());
        groups.put("Sealed by Sealpost, opened there", SealedByUs.rows());
        groups.put("Sealed there, opened by Sealpost", SealedByThem.rows());
        return groups;
    }

    @BeforeAll
    static void startPeers() throws IOException {
        peers = List.of(
                new OpensslPeer(Files.createDirectory(folder.resolve("openssl"))),
                new NssPeer(Files.createDirectory(folder.resolve("nss"))),
                new GnupgPeer(Files.createDirectory(folder.resolve("gnupg"))));
        names = peers.stream().map(Peer::name).toList();
    }

    @AfterAll
    static void endPeers() {
        peers.forEach(Peer::close);
    }

    static Stream<Arguments> cells() {
        return GROUPS.entrySet().stream().flatMap(group -> group.getValue().keySet().stream()
                .flatMap(row -> Stream.of(0, 1, 2).map(peer -> Arguments.of(group.getKey(), row, peer))));
    }

    @ParameterizedTest(name = "{0}: {1} [{2}]")
    @MethodSource("cells")
    void eachCellSaysWhatHappens(String group, String row, int peer) throws IOException {
        String name = names.get(peer);
        PublishedTable table = PublishedTable.of(group);
        assertThat(table.peers())
                .as("tried with another version than the guide says")
                .contains(name);
        assertThat(table.word(row, name)).as("%s, %s", row, name).isEqualTo(tried(trial(group, row), peer));
    }

    private static Trial trial(String group, String row) {
        return requireNonNull(requireNonNull(GROUPS.get(group), group).get(row), row);
    }

    /** What the guide says without a trial could be wrong. */
    @Test
    void theGuideHasTheRowsThatAreTriedAndNoOthers() {
        GROUPS.forEach((group, rows) -> {
            PublishedTable table = PublishedTable.of(group);
            assertThat(table.rows().keySet()).as(group).containsExactlyElementsOf(rows.keySet());
            assertThat(table.rows().values()).as(group).allMatch(cells -> cells.size() == peers.size());
        });
    }

    /** A cell that says no says why, and in which version. */
    @Test
    void whatIsImpossibleHasAReason() {
        for (String group : GROUPS.keySet()) {
            PublishedTable.of(group).rows().values().stream()
                    .flatMap(List::stream)
                    .filter(cell -> cell.startsWith("no"))
                    .forEach(cell -> assertThat(cell).matches("no(t written)?: .{5,}"));
        }
    }

    private static String tried(Trial trial, int peer) throws IOException {
        try {
            trial.with(peers.get(peer));
            return "yes";
        } catch (PeerRefuses e) {
            return "no";
        } catch (NotWritten e) {
            return "not written";
        } catch (SealedByThem.ShownAsWeak e) {
            return "weak";
        } catch (UnknownFormat e) {
            return "refused";
        }
    }
}
