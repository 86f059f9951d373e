package org.sealpost.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.sealpost.protocol.SealpostException;

/**
 * The one door through which hostile input comes in. Parsers of ASN.1 and certificates throw unchecked exceptions on
 * about one in twenty damaged inputs, and overflow the stack on deep ones; behind this door all of that is one typed
 * refusal.
 */
final class GuardedDoor {

    private GuardedDoor() {}

    /** Work that reads from the message's own storage, whose failures stay IOExceptions. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Work on bytes in memory, where an IOException too means that they are malformed. */
    @FunctionalInterface
    interface Parsing<T> {
        T parse() throws IOException, GeneralSecurityException;
    }

    /** @throws SealpostException the typed ones pass, everything unforeseen becomes {@link MalformedSeal} */
    @SuppressWarnings("IllegalCatch") // the parsers behind it give no narrower type to catch
    static <T> T read(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (SealpostException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new MalformedSeal("message", e);
        }
    }

    /** Empty when it fails, however it fails: for steps whose failures must all look the same. */
    @SuppressWarnings("IllegalCatch") // providers throw unchecked exceptions for some wrong keys and points
    static <T> Optional<T> attempt(Parsing<T> parsing) {
        try {
            return Optional.of(parsing.parse());
        } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** @param part what is parsed, for the refusal */
    @SuppressWarnings("IllegalCatch") // the parsers behind it give no narrower type to catch
    static <T> T parse(String part, Parsing<T> parsing) {
        try {
            return parsing.parse();
        } catch (SealpostException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            throw new MalformedSeal(part, e);
        }
    }
}
