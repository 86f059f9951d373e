package org.sealpost.client.screen;

import java.util.Optional;

/** The keyboard where there is no person. */
public final class Nobody implements Keyboard {
    @Override
    public boolean present() {
        return false;
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
        // nobody is there
    }
}
