package org.sealpost.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.sealpost.protocol.SealpostException;

/**
 * The way into parsers that answer damaged input with unchecked exceptions of many kinds. Bouncy Castle reads lazily, so
 * those come not only from parsing but from the first look at any field too: whatever looks at a foreign structure does
 * it in here, and everything unforeseen becomes one typed refusal.
 */
public final class GuardedParsing {
    private GuardedParsing() {}

    /** Work on bytes in memory, where an IOException too means that they are malformed. */
    @FunctionalInterface
    public interface Parsing<T> {
        /** The structure, or what was looked for in it. */
        T parse() throws IOException, GeneralSecurityException;
    }

    /**
     * What the parsing gives.
     *
     * @param what the structure that is expected, for the refusal
     * @throws BadEncoding when it fails in whatever way; typed refusals pass as they are
     */
    @SuppressWarnings("IllegalCatch") // the parsers behind it give no narrower type to catch
    public static <T> T of(String what, Parsing<T> parsing) {
        try {
            return parsing.parse();
        } catch (SealpostException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            throw new BadEncoding(what, e);
        }
    }
}
