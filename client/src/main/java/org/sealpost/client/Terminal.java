package org.sealpost.client;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/**
 * The only place that touches the screen. Results go to standard output, everything meant for a person beside them to
 * standard error, so that a pipe carries results alone.
 */
final class Terminal {
    private final PrintWriter out;
    private final PrintWriter err;

    private Terminal(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** The process's own streams, in the character set of the locale rather than the JVM's default. */
    static Terminal ofProcess() {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return new Terminal(new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset));
    }

    static Terminal of(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }
}
