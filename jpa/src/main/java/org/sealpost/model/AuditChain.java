package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The end of the audit chain: one row, locked while an entry is added, so that entries stand one after the other
 * whatever number of transactions write at once. It also shows when entries were cut off the end.
 */
@Entity
@Table(name = "audit_chain")
@WrittenByAnyServer("what a server refuses is recorded, too")
public class AuditChain {
    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "last_number", nullable = false)
    private long lastNumber;

    /** Null before the first entry. */
    @Column(name = "last_hash")
    private byte @Nullable [] lastHash;

    /** Authentication of where the chain ends; null before the first entry and while the Key Manager does not run. */
    @Column(name = "end_mac")
    private byte @Nullable [] endMac;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AuditChain() {}

    /**
     * Adds an entry at the end.
     *
     * @param authenticate makes the authentication code of a hash, or gives null while the Key Manager does not run
     */
    AuditEntry add(AuditRecord said, UnaryOperator<byte @Nullable []> authenticate) {
        long number = lastNumber + 1;
        byte[] hash = hash(number, said, lastHash());
        AuditEntry entry = new AuditEntry(number, said, hash, authenticate.apply(hash));
        lastNumber = number;
        lastHash = hash;
        endMac = authenticate.apply(end(number, hash));
        return entry;
    }

    /** Number of the last entry, 0 when there is none. */
    public long lastNumber() {
        return lastNumber;
    }

    public byte[] lastHash() {
        return lastHash == null ? origin() : lastHash.clone();
    }

    /** The authentication of {@link #end}, if the Key Manager ran when the last entry was made. */
    public Optional<byte[]> endMac() {
        return Optional.ofNullable(endMac).map(byte[]::clone);
    }

    /**
     * What is authenticated of a chain's end. It differs from the entry's own hash: who cuts the log can show an earlier
     * entry with its authentication, but not the authentication of an earlier end.
     */
    public static byte[] end(long number, byte[] hash) {
        MessageDigest digest = sha256();
        digest.update("sealpost audit end 1".getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return digest.digest(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What the first entry's hash covers in the place of an entry before it. */
    public static byte[] origin() {
        return new byte[32];
    }

    /** SHA-256 over the entry, each field with its length before it, and the hash of the entry before. */
    static byte[] hash(long number, AuditRecord said, byte[] before) {
        ByteArrayOutputStream canonical = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(canonical)) {
            out.writeUTF("sealpost audit entry 2");
            out.write(before);
            out.writeLong(number);
            out.writeLong(said.at().toEpochMilli());
            for (String field : fields(said)) {
                byte[] text = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            out.flush();
            return sha256().digest(canonical.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private static List<String> fields(AuditRecord said) {
        return List.of(
                said.actor(),
                said.act().name(),
                said.outcome().name(),
                said.subject(),
                said.details(),
                said.grounds().approvers(),
                said.grounds().reason(),
                said.grounds().ticket());
    }
}
