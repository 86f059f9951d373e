package org.sealpost.client.command;

import java.security.SecureRandom;
import java.time.Clock;
import org.sealpost.client.home.ClientHome;
import org.sealpost.client.screen.Terminal;
import org.sealpost.client.screen.Texts;
import org.sealpost.crypto.Providers;

/**
 * What a verb finds around it.
 *
 * @param terminal the person and the pipes
 * @param texts in the person's language
 * @param home the client's files
 * @param clock the present
 * @param random for keys
 */
public record Surroundings(Terminal terminal, Texts texts, ClientHome home, Clock clock, SecureRandom random) {
    /** Cryptography; loading it takes a while, so only verbs that need it ask. */
    public Providers providers() {
        return Providers.best();
    }

    /** Says something beside the result. */
    public void say(String key, Object... arguments) {
        terminal.err().println(texts.of(key, arguments));
    }
}
