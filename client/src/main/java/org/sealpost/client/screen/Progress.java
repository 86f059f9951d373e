package org.sealpost.client.screen;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sealpost.mime.MessageSource;

/** A bar on the person's terminal while something takes long, here or on the server; scripts and short work see none. */
public final class Progress {
    /** From how many octets on a bar is worth it. */
    static final long LONG = 20L * 1024 * 1024;

    private static final int WIDTH = 40;
    private static final int PERCENT = 100;
    private static final String CLEAR = "\r" + " ".repeat(WIDTH + "[] 100 %".length()) + "\r";

    private static final String TURNING = "|/-\\";

    private final Terminal terminal;
    private int ticks;

    public Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The same source; each reading of it shows how far it has come. */
    public MessageSource watching(MessageSource source) throws IOException {
        if (source.length() < LONG || !terminal.interactive()) {
            return source;
        }
        return new MessageSource() {
            @Override
            public InputStream open() throws IOException {
                return new Counted(source.open(), source.length(), terminal);
            }

            @Override
            public long length() throws IOException {
                return source.length();
            }
        };
    }

    /** Shows how far work has come that is done elsewhere. @param percent 0 to 100 */
    public void show(int percent) {
        if (terminal.interactive()) {
            terminal.show(bar(percent));
        }
    }

    /** Shows that work goes on elsewhere of which nobody can tell how far it has come. */
    public void tick() {
        if (terminal.interactive()) {
            terminal.show("\r" + TURNING.charAt(ticks % TURNING.length()));
            ticks++;
        }
    }

    /** Takes bar or mark away. */
    public void clear() {
        if (terminal.interactive()) {
            terminal.show(CLEAR);
        }
    }

    /** The bar at a hundredth. */
    static String bar(int percent) {
        int done = WIDTH * percent / PERCENT;
        return "\r[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + percent + " %";
    }

    private static final class Counted extends FilterInputStream {
        private final long whole;
        private final Terminal terminal;
        private long done;
        private int shown = -1;

        Counted(InputStream in, long whole, Terminal terminal) {
            super(in);
            this.whole = whole;
            this.terminal = terminal;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(count);
            count(skipped);
            return skipped;
        }

        private void count(long more) {
            done += more;
            int percent = (int) (done * PERCENT / whole);
            if (percent != shown) {
                shown = percent;
                terminal.show(bar(percent));
            }
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (shown >= 0) {
                terminal.show(CLEAR);
                shown = -1;
            }
        }
    }
}
