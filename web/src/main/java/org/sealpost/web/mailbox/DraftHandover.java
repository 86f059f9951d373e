package org.sealpost.web.mailbox;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries an answer from the message's page to the compose page, inside the server: the quoted text may have been sealed
 * and must not travel in an address. What is not taken is gone with the session; what is taken is gone at once.
 */
@SessionScoped
public class DraftHandover implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 4;

    private final transient Map<String, Started> waiting = new HashMap<>();

    /** Leaves a started letter; the answer is the key to take it with. */
    synchronized String leave(Started started) {
        if (waiting.size() >= MOST) {
            waiting.clear();
        }
        String key = UUID.randomUUID().toString();
        waiting.put(key, started);
        return key;
    }

    /** Takes a letter, once; empty when it was taken before or the key is not known. */
    synchronized Optional<Started> take(String key) {
        return Optional.ofNullable(waiting.remove(key));
    }

    /**
     * A letter that begins with something.
     *
     * @param titleKey key of the page's title
     * @param to addresses to enter
     * @param cc likewise
     */
    record Started(String titleKey, Letter letter, List<String> to, List<String> cc) {}
}
