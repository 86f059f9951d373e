package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What somebody does at the command line, written down as it would be seen. Each line begins with what it is:
 *
 * <pre>
 * # a remark
 * $ a command line, with &lt; and &gt; as in a shell; ./name is a file of the scene
 * ? what is asked at the terminal
 * > what is typed in answer
 * | a line of standard output
 * ! a line of standard error
 * = the exit status
 * </pre>
 *
 * Three dots in an expected line stand for anything.
 *
 * @param steps one for each command line
 */
record Script(List<Step> steps) {
    private static final int MARK = 2;

    record Step(
            String command,
            List<String> asked,
            List<String> typed,
            List<String> out,
            List<String> err,
            List<String> status) {
        static Step of(String command) {
            return new Step(
                    command,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        void add(String line) {
            String text = line.length() > MARK ? line.substring(MARK) : "";
            switch (line.charAt(0)) {
                case '?' -> asked.add(text);
                case '>' -> typed.add(text);
                case '|' -> out.add(text);
                case '!' -> err.add(text);
                case '=' -> status.add(text);
                default -> throw new IllegalArgumentException("what is this line: " + line);
            }
        }

        /** Compares what was to be seen with what was. */
        void check(Seen seen) {
            assertThat(seen.status() + "")
                    .as("exit status of %s\n%s", command, seen)
                    .isEqualTo(String.join("", status));
            compare("asked", asked, seen.asked());
            compare("standard output", out, seen.out());
            compare("standard error", err, seen.err());
        }

        private void compare(String what, List<String> expected, List<String> seen) {
            assertThat(seen).as("%s of %s: %s", what, command, seen).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                String pattern = "\\Q" + expected.get(i).replace("...", "\\E.*\\Q") + "\\E";
                assertThat(seen.get(i)).as("%s of %s", what, command).matches(pattern);
            }
        }
    }

    /** What was seen of a command. */
    record Seen(int status, List<String> asked, List<String> out, List<String> err) {}

    /** Reads a script of the folder {@code scripts}. */
    static Script read(String name) {
        try (InputStream in =
                Objects.requireNonNull(Script.class.getResourceAsStream("scripts/" + name + ".txt"), name)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("TOKEN", SampleOrganisation.TOKEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script of(String text) {
        List<Step> steps = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            if (line.startsWith("$ ")) {
                steps.add(Step.of(line.substring(MARK)));
            } else {
                steps.get(steps.size() - 1).add(line);
            }
        });
        return new Script(List.copyOf(steps));
    }
}
