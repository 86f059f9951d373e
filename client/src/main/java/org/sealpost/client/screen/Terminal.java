package org.sealpost.client.screen;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.sealpost.crypto.Passphrase;

/**
 * The only place that touches the screen. Results go to standard output, everything meant for a person beside them to
 * standard error, so that a pipe carries results alone; questions go to the person's terminal past both.
 */
public final class Terminal {
    private final InputStream octetsIn;
    private final OutputStream octetsOut;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Keyboard keyboard;
    private final boolean screen;

    /**
     * @param octetsIn what is piped in
     * @param octetsOut where results go
     * @param err where what is said beside the result goes
     * @param keyboard who can be asked
     */
    public Terminal(InputStream octetsIn, OutputStream octetsOut, PrintWriter err, Keyboard keyboard, Charset charset) {
        this(octetsIn, octetsOut, new PrintWriter(octetsOut, true, charset), err, keyboard, false);
    }

    private Terminal(
            InputStream octetsIn,
            OutputStream octetsOut,
            PrintWriter out,
            PrintWriter err,
            Keyboard keyboard,
            boolean screen) {
        this.octetsIn = octetsIn;
        this.octetsOut = octetsOut;
        this.out = out;
        this.err = err;
        this.keyboard = keyboard;
        this.screen = screen;
    }

    /** The process's own streams, in the character set of the locale rather than the JVM's default. */
    public static Terminal ofProcess() {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        OutputStream results = new FileOutputStream(FileDescriptor.out);
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                results,
                new PrintWriter(results, true, charset),
                new PrintWriter(System.err, true, charset),
                new TtyKeyboard(charset),
                isScreen(Path.of("/dev/fd/1")));
    }

    /** Text of the result. */
    public PrintWriter out() {
        return out;
    }

    /** Text beside the result. */
    public PrintWriter err() {
        return err;
    }

    /** What is piped in. */
    public InputStream octetsIn() {
        return octetsIn;
    }

    /** The result's octets; not to be closed by whoever writes to it. */
    public OutputStream octetsOut() {
        out.flush();
        return octetsOut;
    }

    /** Whether somebody can be asked. */
    public boolean interactive() {
        return keyboard.present();
    }

    /** Whether the result goes to a person's screen, so that a message is to be shown rather than passed on. */
    public boolean onScreen() {
        return screen;
    }

    private static boolean isScreen(Path stream) {
        try {
            String real = stream.toRealPath().toString();
            return real.startsWith("/dev/pts/") || real.startsWith("/dev/tty") || real.equals("/dev/console");
        } catch (IOException e) {
            return false; // a pipe, which has no path
        }
    }

    /** A password, typed without an echo; empty when nobody can be asked. The caller closes it. */
    public Optional<Passphrase> secret(String prompt) {
        return keyboard.secret(prompt).map(Passphrase::taking);
    }

    /** An answer; empty when nobody can be asked. */
    public Optional<String> ask(String prompt) {
        return keyboard.line(prompt).map(String::strip);
    }

    /** A yes; anything but a clear one is a no. */
    public boolean confirmed(String prompt, String yes) {
        return ask(prompt)
                .filter(answer ->
                        !answer.isEmpty() && yes.toLowerCase(Locale.ROOT).startsWith(answer.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** Says something to the person at the terminal alone, such as how far long work has come. */
    public void show(String text) {
        keyboard.show(text);
    }
}
