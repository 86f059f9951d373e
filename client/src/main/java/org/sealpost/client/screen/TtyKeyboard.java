package org.sealpost.client.screen;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The controlling terminal of the process. Java's own console is there only while neither input nor output is
 * redirected, and sealing and opening mostly redirect both.
 */
final class TtyKeyboard implements Keyboard {
    private static final File TTY = new File("/dev/tty");
    private static final int LONGEST = 4096;

    private final Charset charset;

    TtyKeyboard(Charset charset) {
        this.charset = charset;
    }

    @Override
    public boolean present() {
        try (FileInputStream in = new FileInputStream(TTY)) {
            return in.getFD().valid();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        if (!present()) {
            return Optional.empty();
        }
        Thread restoring = new Thread(() -> stty("echo"));
        Runtime.getRuntime().addShutdownHook(restoring);
        stty("-echo");
        try {
            show(prompt);
            return typed();
        } finally {
            stty("echo");
            Runtime.getRuntime().removeShutdownHook(restoring);
            show(System.lineSeparator());
        }
    }

    @Override
    public Optional<String> line(String prompt) {
        if (!present()) {
            return Optional.empty();
        }
        show(prompt);
        return typed().map(String::new);
    }

    @Override
    public void show(String text) {
        if (!present()) {
            return;
        }
        try (OutputStream out = new FileOutputStream(TTY)) {
            out.write(text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<char[]> typed() {
        char[] room = new char[LONGEST];
        int length = 0;
        try (Reader in = new BufferedReader(new InputStreamReader(new FileInputStream(TTY), charset), 1)) {
            int next = in.read();
            while (next >= 0 && next != '\n' && length < LONGEST) {
                room[length++] = (char) next;
                next = in.read();
            }
            return next < 0 && length == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(room, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(room, '\0');
        }
    }

    private static void stty(String mode) {
        try {
            Process process = new ProcessBuilder("stty", mode)
                    .redirectInput(TTY)
                    .redirectErrorStream(true)
                    .start();
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
