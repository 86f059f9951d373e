package org.sealpost.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.KeyType;
import org.sealpost.smime.OpenedMessage;

/**
 * Seals, opens, verifies and reads a message of 1 GB in a Java machine with a small heap, in every format. Arguments: a
 * folder with room for 4 GB; size in MB; {@code quick} to leave out the historical formats, which take minutes. Nothing of a content comes out before its tag or padding was checked, so each
 * is decrypted twice: once for the check, once for reading.
 */
public final class SmallHeap {

    private static final int CHUNK = 65_536;

    private SmallHeap() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        long megabytes = Long.parseLong(arguments[1]);
        Path letter = folder.resolve("gigabyte.eml");
        write(letter, megabytes);
        System.out.printf(
                "%n%d MB signed and encrypted, opened and verified, and read, in a heap of at most %d MB%n",
                megabytes, Runtime.getRuntime().maxMemory() / 1_000_000);
        System.out.printf("%-12s %10s %10s %10s %12s%n", "format", "sealed s", "opened s", "read s", "peak heap MB");
        for (EncryptionFormat format : EncryptionFormat.values()) {
            if (format.historical() && arguments[2].equals("quick")) {
                continue;
            }
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            run(format, letter, folder.resolve("gigabyte.sealed"));
        }
    }

    private static void run(EncryptionFormat format, Path letter, Path sealed) throws Exception {
        Organisation us = new Organisation(KeyType.EC_P256);
        long started = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(sealed)) {
            Messages.seal(us, MessageSource.of(letter), format, out);
        }
        long sealedAt = System.nanoTime();
        try (OpenedMessage opened =
                us.opener.open(MessageSource.of(sealed), List.of(us.decryptionKey), us.policy)) {
            long openedAt = System.nanoTime();
            if (!opened.signatures().get(0).intact() || !same(opened.content(), MessageSource.of(letter))) {
                throw new IOException(format + " did not come back as it was");
            }
            long readAt = System.nanoTime();
            long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %10.1f %10.1f %10.1f %12.0f%n",
                    format,
                    (sealedAt - started) / 1e9,
                    (openedAt - sealedAt) / 1e9,
                    (readAt - openedAt) / 1e9,
                    peak / 1e6);
        }
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void write(Path letter, long megabytes) throws IOException {
        byte[] text = Organisation.letter(1_000_000);
        int header = new String(text, java.nio.charset.StandardCharsets.US_ASCII).indexOf("\r\n\r\n") + 4;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(letter), CHUNK)) {
            out.write(text);
            for (long i = 1; i < megabytes; i++) {
                out.write(text, header, text.length - header);
            }
        }
    }

    private static boolean same(MessageSource one, MessageSource other) throws Exception {
        return MessageDigest.isEqual(body(one), body(other));
    }

    private static byte[] body(MessageSource source) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = source.open()) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return digest.digest();
    }
}
