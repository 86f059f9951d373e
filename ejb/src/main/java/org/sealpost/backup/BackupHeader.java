package org.sealpost.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sealpost.model.ArchiveRefused;
import org.sealpost.model.OpeningKind;

/**
 * What a backup says in clear: whose it is, when it was made, and which start-up secret it needs. Lines of a name and a
 * value, so that {@code head} shows them; an empty line ends them. What follows is bound to every byte of it.
 */
public final class BackupHeader {
    private static final String FIRST_LINE = "Sealpost backup 1";
    private static final int LONGEST = 256 * 1024;
    private static final int SALT_LENGTH = 32;

    private final byte[] bytes;
    private final Map<String, String> fields;

    private BackupHeader(byte[] bytes, Map<String, String> fields) {
        this.bytes = bytes;
        this.fields = Map.copyOf(fields);
    }

    /** The header of a new backup. @param opening how the master key is sealed now */
    static BackupHeader of(String organisation, Instant at, byte[] salt, Map<String, String> opening) {
        Map<String, String> fields = new TreeMap<>(opening);
        fields.put("organisation", organisation.replaceAll("\\p{Cntrl}", " "));
        fields.put("made-at", at.toString());
        fields.put("salt", Base64.getEncoder().encodeToString(salt));
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        fields.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return new BackupHeader(text.append('\n').toString().getBytes(StandardCharsets.UTF_8), fields);
    }

    /**
     * Reads a header and leaves the stream behind it.
     *
     * @throws ArchiveRefused when it is not a backup, or one of another kind
     */
    static BackupHeader read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        requireFirst(line(in, all));
        Map<String, String> fields = new TreeMap<>();
        for (String line = line(in, all); !line.isEmpty(); line = line(in, all)) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                throw ArchiveRefused.notABackup();
            }
            fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
        return new BackupHeader(all.toByteArray(), fields);
    }

    private static void requireFirst(String line) {
        if (!line.equals(FIRST_LINE)) {
            throw ArchiveRefused.notABackup();
        }
    }

    private static String line(InputStream in, ByteArrayOutputStream all) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0 || all.size() > LONGEST) {
                throw ArchiveRefused.notABackup();
            }
            line.write(octet);
            all.write(octet);
        }
        all.write('\n');
        return line.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of the header, to which the content is bound. */
    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Map<String, String> fields() {
        return fields;
    }

    byte[] salt() {
        try {
            byte[] salt = Base64.getDecoder().decode(fields.getOrDefault("salt", ""));
            if (salt.length == SALT_LENGTH) {
                return salt;
            }
            throw ArchiveRefused.notABackup();
        } catch (IllegalArgumentException e) {
            throw ArchiveRefused.damaged(e);
        }
    }

    /** Whose backup it says to be. */
    public String organisation() {
        return fields.getOrDefault("organisation", "");
    }

    /** When it says to have been made. */
    public Instant madeAt() {
        try {
            return Instant.parse(fields.getOrDefault("made-at", ""));
        } catch (DateTimeParseException e) {
            throw ArchiveRefused.damaged(e);
        }
    }

    /** Fingerprint of the start-up password or set of shares that opens it. */
    public Optional<String> fingerprint(OpeningKind kind) {
        return Optional.ofNullable(fields.get("fingerprint." + kind));
    }

    /** How many recovery shares open it, 0 when none do. */
    public int sharesNeeded() {
        String[] words = fields.getOrDefault("way." + OpeningKind.SHARES, "").split(" ", -1);
        return words.length < 2 ? 0 : Integer.parseInt(words[1]);
    }
}
