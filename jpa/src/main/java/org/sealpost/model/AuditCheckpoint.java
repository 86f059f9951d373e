package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A signed statement of what the log's hash was up to one entry. Whoever keeps a copy of it elsewhere can prove later
 * that nothing up to there was changed, taken out or cut off, with the public key alone.
 */
@Entity
@Table(name = "audit_checkpoint")
public class AuditCheckpoint {
    @Id
    @Column(name = "entry_number")
    private long number;

    @Column(name = "entry_hash", nullable = false)
    private byte[] hash;

    @Column(name = "signed_at", nullable = false)
    private Instant at;

    @Column(nullable = false)
    private boolean opening;

    @Column(name = "public_key", nullable = false)
    private byte[] publicKey;

    @Column(nullable = false)
    private byte[] signature;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AuditCheckpoint() {}

    /**
     * @param publicKey SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) of the key that signed
     * @param signature over {@link Statement#encoded()}
     */
    public AuditCheckpoint(Statement statement, byte[] publicKey, byte[] signature) {
        this.number = statement.number();
        this.hash = statement.hash().clone();
        this.at = statement.at();
        this.opening = statement.opening();
        this.publicKey = publicKey.clone();
        this.signature = signature.clone();
    }

    public Statement statement() {
        return new Statement(number, hash.clone(), at, opening);
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditCheckpoint that && number == that.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /**
     * What is signed.
     *
     * @param number of the last entry it covers
     * @param hash of that entry, which covers all before
     * @param at when it was signed, whole milliseconds
     * @param opening whether the keys had just come into memory: only before such a checkpoint entries may lack
     *     authentication
     */
    @SuppressWarnings("ArrayRecordComponent") // neither compared nor kept beyond a call
    public record Statement(long number, byte[] hash, Instant at, boolean opening) {
        /** One line of text: {@code sealpost audit checkpoint 1}, number, milliseconds since 1970,
         *  {@code opening} or {@code running}, hash in hexadecimal, line feed. */
        public byte[] encoded() {
            return ("sealpost audit checkpoint 1 " + number + " " + at.toEpochMilli()
                            + (opening ? " opening " : " running ")
                            + HexFormat.of().formatHex(hash) + "\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }
}
