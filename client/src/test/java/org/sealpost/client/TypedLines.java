package org.sealpost.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.sealpost.client.screen.Keyboard;

/** Somebody at the keyboard who types what was written down, a line for each question. */
final class TypedLines implements Keyboard {
    private final Deque<String> lines;
    private final List<String> prompts = new ArrayList<>();
    private final boolean present;

    /** @param present false for a script without a terminal */
    TypedLines(boolean present, List<String> lines) {
        this.present = present;
        this.lines = new ArrayDeque<>(lines);
    }

    /** What was asked. */
    List<String> prompts() {
        return prompts;
    }

    @Override
    public boolean present() {
        return present;
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return line(prompt).map(String::toCharArray);
    }

    @Override
    public Optional<String> line(String prompt) {
        if (!present) {
            return Optional.empty();
        }
        prompts.add(prompt.strip());
        return Optional.ofNullable(lines.poll());
    }

    @Override
    public void show(String text) {
        // bars come and go with the machine's speed
    }
}
