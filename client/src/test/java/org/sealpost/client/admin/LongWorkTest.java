package org.sealpost.client.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.ClientHome;
import org.sealpost.client.screen.Keyboard;
import org.sealpost.client.screen.Terminal;
import org.sealpost.client.screen.Texts;

class LongWorkTest {
    private final List<String> shown = new ArrayList<>();
    private final LongWork work = new LongWork(here(true));

    @Test
    void aBarIsShownUntilTheAnswerIsThereAndGoneThen() {
        CountDownLatch looks = new CountDownLatch(2);
        JsonObject answer = work.watched(() -> after(looks), () -> {
            looks.countDown();
            return OptionalInt.of(50);
        });
        assertThat(answer.getBoolean("done")).isTrue();
        assertThat(shown.get(0)).contains("####....", "50 %");
        assertThat(shown.get(shown.size() - 1)).isBlank();
    }

    @Test
    void whereNobodyKnowsHowFarItIsAMarkTurns() {
        CountDownLatch looks = new CountDownLatch(2);
        work.watched(() -> after(looks), () -> {
            looks.countDown();
            return OptionalInt.empty();
        });
        assertThat(shown).containsSubsequence("\r|", "\r/");
    }

    @Test
    void theRefusalOfTheWorkIsTheWaitersOwn() {
        assertThatThrownBy(() -> work.watched(
                        () -> {
                            throw new Refused("not-confirmed");
                        },
                        OptionalInt::empty))
                .isInstanceOf(Refused.class);
    }

    @Test
    void whatWasBegunIsAskedAboutUntilItIsOver() {
        Deque<JsonObject> answers = new ArrayDeque<>(List.of(standing(true, 2), standing(false, 3)));
        JsonObject last =
                work.polled(standing(true, 1), answers::remove, now -> LongWork.percent(now.getInt("rows"), 4));
        assertThat(last.getInt("rows")).isEqualTo(3);
        assertThat(answers).isEmpty();
        assertThat(shown).anyMatch(text -> text.contains("25 %")).anyMatch(text -> text.contains("50 %"));
    }

    @Test
    void scriptsSeeNothing() {
        new LongWork(here(false)).polled(standing(true, 1), () -> standing(false, 1), now -> OptionalInt.empty());
        assertThat(shown).isEmpty();
    }

    @Test
    void partsOfAWholeAreHundredthsAndOfAnUnknownOneNothing() {
        assertThat(LongWork.percent(1, 3)).hasValue(33);
        assertThat(LongWork.percent(5, 4)).hasValue(100);
        assertThat(LongWork.percent(5, 0)).isEmpty();
    }

    private static JsonObject after(CountDownLatch looks) {
        try {
            looks.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Json.createObjectBuilder().add("done", JsonValue.TRUE).build();
    }

    private static JsonObject standing(boolean running, int rows) {
        return Json.createObjectBuilder()
                .add("running", running)
                .add("rows", rows)
                .build();
    }

    private Surroundings here(boolean present) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintWriter(new StringWriter()),
                new Nobody(present),
                StandardCharsets.UTF_8);
        return new Surroundings(
                terminal,
                new Texts(Locale.ENGLISH),
                new ClientHome(Path.of("target/nobody")),
                Clock.systemUTC(),
                new SecureRandom());
    }

    /** Types nothing; what is shown is remembered. */
    private final class Nobody implements Keyboard {
        private final boolean present;

        Nobody(boolean present) {
            this.present = present;
        }

        @Override
        public boolean present() {
            return present;
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return Optional.empty();
        }

        @Override
        public Optional<String> line(String prompt) {
            return Optional.empty();
        }

        @Override
        public void show(String text) {
            shown.add(text);
        }
    }
}
