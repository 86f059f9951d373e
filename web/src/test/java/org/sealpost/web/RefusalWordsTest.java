package org.sealpost.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sealpost.jobs.JobQuery;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.model.MailboxId;
import org.sealpost.protocol.SealpostException;

/** Every failure that the modules below foresee has words. Its code is a constant of its class. */
class RefusalWordsTest {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");
    private static final List<Class<?>> ONE_OF_EACH_MODULE =
            List.of(SealpostException.class, MailboxId.class, KeyManagerService.class);

    /** Without a Key Manager there are neither keys nor formats: the same words for both. */
    private static final Map<String, Set<String>> SAME_MEANING =
            Map.of("key-manager-not-set-up", Set.of("FormatsNotChosen", "KeyManagerUnavailable"));

    @Test
    void everyFailureOfTheModulesBelowHasWordsInBothLanguages() throws Exception {
        Set<String> codes = failures().keySet();
        assertThat(codes).contains("wrong-startup-password", "wrong-mailbox-state", "unwrap-failed");
        for (Locale locale : List.of(Locale.ROOT, Locale.GERMAN)) {
            ResourceBundle texts = ResourceBundle.getBundle("org.sealpost.web.errors", locale);
            assertThat(texts.keySet())
                    .containsAll(codes.stream()
                            .map(code -> "error." + code + ".cause")
                            .toList());
        }
    }

    @Test
    void noTwoFailuresOfDifferentMeaningShareACode() throws Exception {
        Map<String, Set<String>> shared = failures();
        shared.values().removeIf(classes -> classes.size() == 1);
        assertThat(shared).isEqualTo(SAME_MEANING);
    }

    @Test
    void everyReasonWhyAJobStandsStillHasWordsInBothLanguages() throws Exception {
        Set<String> codes = new TreeSet<>();
        try (InputStream reasons = requireNonNull(JobQuery.class.getResourceAsStream("JobReasons.class"))) {
            constants(reasons).stream().filter(CODE.asMatchPredicate()).forEach(codes::add);
        }
        assertThat(codes).contains("not-sealable", "attempts-failed");
        for (Locale locale : List.of(Locale.ROOT, Locale.GERMAN)) {
            assertThat(ResourceBundle.getBundle("org.sealpost.web.messages", locale)
                            .keySet())
                    .containsAll(
                            codes.stream().map(code -> "job.reason." + code).toList());
        }
    }

    /** The codes, each with the failures that have it. */
    private static Map<String, Set<String>> failures() throws IOException, URISyntaxException {
        Map<String, Set<String>> failures = new TreeMap<>();
        for (Class<?> one : ONE_OF_EACH_MODULE) {
            Path place = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                collect(place, failures);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                    collect(jar.getPath("/"), failures);
                }
            }
        }
        return failures;
    }

    private static void collect(Path root, Map<String, Set<String>> failures) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(root)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            String name = root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
            if (isFailure(name)) {
                String failure = name.substring(name.lastIndexOf('.') + 1);
                try (InputStream one = Files.newInputStream(file)) {
                    constants(one).stream().filter(CODE.asMatchPredicate()).forEach(code -> failures.computeIfAbsent(
                                    code, first -> new TreeSet<>())
                            .add(failure));
                }
            }
        }
    }

    private static boolean isFailure(String name) {
        try {
            return !name.endsWith("-info")
                    && SealpostException.class.isAssignableFrom(
                            Class.forName(name, false, RefusalWordsTest.class.getClassLoader()));
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            return false;
        }
    }

    /** The texts in a class file's constant pool (Java Virtual Machine Specification section 4.4). */
    private static List<String> constants(InputStream classFile) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DataInputStream data = new DataInputStream(classFile)) {
            data.skipNBytes(8);
            int count = data.readUnsignedShort();
            for (int at = 1; at < count; at++) {
                int tag = data.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(data.readUTF());
                    case 7, 8, 16, 19, 20 -> data.skipNBytes(2);
                    case 15 -> data.skipNBytes(3);
                    case 5, 6 -> {
                        data.skipNBytes(8);
                        at++;
                    }
                    default -> data.skipNBytes(4);
                }
            }
        }
        return texts;
    }
}
