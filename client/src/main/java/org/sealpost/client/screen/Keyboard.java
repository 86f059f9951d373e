package org.sealpost.client.screen;

import java.util.Optional;

/** Somebody at a terminal who can be asked; a script has nobody. */
public interface Keyboard {
    /** Whether somebody can be asked. */
    boolean present();

    /** What was typed without an echo; empty when there is nobody or the line was ended. The caller wipes it. */
    Optional<char[]> secret(String prompt);

    /** What was typed; empty when there is nobody or the line was ended. */
    Optional<String> line(String prompt);

    /** Writes to the person directly, past every redirection; nothing happens when there is nobody. */
    void show(String text);
}
