package org.sealpost.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.KeyType;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.SignatureForm;

/**
 * The table of sealing (sign, then encrypt) and opening (decrypt, then verify): Sealpost, a pair of {@code openssl cms}
 * processes, the stock way with bcjmail, and the raw cipher, all on the same file and in turns.
 */
final class Messages {

    private static final String LINE = "%-6s %-9s %-12s %7s %11s %13s %13s %8s %11s %8s %8s%n";
    private final Openssl openssl;
    private final int rounds;
    private final double seconds;

    /** @param seconds of CPU that each measurement takes at least */
    Messages(Path folder, int rounds, double seconds) {
        this.openssl = new Openssl(folder);
        this.rounds = rounds;
        this.seconds = seconds;
    }

    static void heading() {
        System.out.println("\nSealing and opening. Times are milliseconds of CPU for one message (openssl: user + sys of both"
                + " processes);\n\"x\" is how many times Sealpost's CPU time the other takes, \"cipher\" the share of the raw"
                + " cipher in Sealpost's time.");
        System.out.printf(
                LINE, "", "key", "format", "size", "Sealpost", "openssl", "(on clock)", "x", "bcjmail", "x", "cipher");
    }

    void measure(KeyType key, EncryptionFormat format, int bytes) throws Exception {
        Organisation us = new Organisation(key);
        openssl.writeKeys(us);
        Path letter = openssl.folder().resolve("letter.eml");
        Path ours = openssl.folder().resolve("ours.eml");
        Path stock = openssl.folder().resolve("stock.eml");
        byte[] text = Organisation.letter(bytes);
        Files.write(letter, text);
        MessageSource source = source(letter, text);
        try (OutputStream out = Files.newOutputStream(ours)) {
            seal(us, source, format, out);
        }
        MessageSource sealed = source(ours, Files.readAllBytes(ours));
        StockMail mail = new StockMail(us, key);
        try (OutputStream out = Files.newOutputStream(stock)) {
            mail.seal(letter, format, out);
        }
        boolean can = Openssl.can(key, format);
        Provider raw = RawCipher.candidates(format).get(0);
        int times = Math.max(1, 200_000 / bytes);
        String sealing = openssl.seal("letter.eml", format, "theirs.eml");
        row(
                List.of("seal", key, format, size(bytes)),
                () -> seal(us, source, format, OutputStream.nullOutputStream()),
                can ? openssl.cost(sealing, times) : null,
                () -> mail.seal(letter, format, OutputStream.nullOutputStream()),
                () -> RawCipher.encrypt(text, format, raw));
        if (can) {
            openssl.run(sealing);
        }
        row(
                List.of("open", key, format, size(bytes)),
                () -> open(us, sealed),
                can ? openssl.cost(Openssl.open("theirs.eml"), times) : null,
                () -> mail.open(stock, format),
                null);
    }

    private void row(
            List<Object> what, Cost.Work ours, Cost.Contender theirs, Cost.Work stock, Cost.Work raw)
            throws Exception {
        List<Cost.Contender> contenders = new ArrayList<>();
        contenders.add(Cost.of(ours, seconds));
        contenders.add(Cost.of(stock, seconds));
        if (theirs != null) {
            contenders.add(theirs);
        }
        if (raw != null) {
            contenders.add(Cost.of(raw, seconds / 3));
        }
        Rounds measured = Rounds.of(rounds, contenders.toArray(Cost.Contender[]::new));
        System.out.printf(
                Locale.ROOT,
                LINE,
                what.get(0),
                what.get(1),
                what.get(2),
                what.get(3),
                milliseconds(measured.cpu(0)),
                theirs == null ? "cannot" : milliseconds(measured.cpu(2)),
                theirs == null ? "" : "(" + milliseconds(measured.wall(2)) + ")",
                theirs == null ? "" : times(measured.ratio(2)),
                milliseconds(measured.cpu(1)),
                times(measured.ratio(1)),
                raw == null ? "" : times(measured.ratio(contenders.size() - 1)));
    }

    /** As the server holds it up to 25 MB: in memory; larger ones in a file. */
    private static MessageSource source(Path file, byte[] bytes) {
        return bytes.length < 50_000_000 ? MessageSource.of(bytes) : MessageSource.of(file);
    }

    static void seal(Organisation us, MessageSource letter, EncryptionFormat format, OutputStream out)
            throws IOException {
        us.sealer.signAndEncrypt(letter, us.signingKey, SignatureForm.CLEAR, us.envelope(format), out);
    }

    static void open(Organisation us, MessageSource sealed) throws IOException {
        try (OpenedMessage opened = us.opener.open(sealed, List.of(us.decryptionKey), us.policy)) {
            if (!opened.signatures().get(0).intact()) {
                throw new IOException("not verified");
            }
        }
    }

    static String size(long bytes) {
        return bytes < 1_000_000 ? bytes / 1_000 + " KB" : bytes / 1_000_000 + " MB";
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.01 ? "%.3f" : "%.1f", seconds * 1e3);
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }
}
