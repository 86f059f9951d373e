package org.sealpost.audit;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.sealpost.audit.ChainReport.Broken;
import org.sealpost.audit.ChainReport.Fault;
import org.sealpost.audit.ChainReport.Unbroken;
import org.sealpost.crypto.StatementKey;
import org.sealpost.model.AuditChain;
import org.sealpost.model.AuditCheckpoint;
import org.sealpost.model.AuditCheckpoint.Statement;
import org.sealpost.model.AuditEntry;

/**
 * A walk along the chain, entry by entry, past the checkpoints. While the Key Manager runs, an entry without
 * authentication is right only where a checkpoint after it says that the keys had just come into memory.
 */
final class ChainWalk {
    private final ChainKey chainKey;
    private final Deque<AuditCheckpoint> ahead;
    private long number;
    private byte[] hash = AuditChain.origin();
    private long vouchedFor;
    private long firstBare;
    private int checkpoints;

    /** @param checkpoints in any order; several for one entry must all agree */
    ChainWalk(ChainKey chainKey, List<AuditCheckpoint> checkpoints) {
        this.chainKey = chainKey;
        this.ahead = new ArrayDeque<>(checkpoints.stream()
                .sorted(Comparator.comparingLong(one -> one.statement().number()))
                .toList());
    }

    /** Number of the last entry that was passed. */
    long number() {
        return number;
    }

    /** Passes one entry, unless it or a checkpoint at it does not fit. */
    Optional<Broken> pass(AuditEntry entry) {
        if (!entry.follows(number, hash)) {
            return Optional.of(new Broken(number + 1, Fault.DOES_NOT_FOLLOW));
        }
        byte[] expected = chainKey.authenticate(entry.hash());
        if (expected != null && entry.mac().isEmpty() && firstBare == 0) {
            firstBare = entry.number();
        }
        if (expected != null && entry.mac().isPresent()) {
            if (!MessageDigest.isEqual(expected, entry.mac().get())) {
                return Optional.of(new Broken(entry.number(), Fault.NOT_AUTHENTIC));
            }
            vouchedFor = entry.number();
        }
        number = entry.number();
        hash = entry.hash();
        return passCheckpoints();
    }

    private Optional<Broken> passCheckpoints() {
        while (!ahead.isEmpty() && ahead.element().statement().number() <= number) {
            AuditCheckpoint checkpoint = ahead.remove();
            Statement said = checkpoint.statement();
            if (!verifies(checkpoint)) {
                return Optional.of(new Broken(said.number(), Fault.CHECKPOINT_FORGED));
            }
            if (said.number() != number || !MessageDigest.isEqual(said.hash(), hash)) {
                return Optional.of(new Broken(said.number(), Fault.DIFFERS_FROM_CHECKPOINT));
            }
            if (firstBare > 0 && !said.opening()) {
                return Optional.of(new Broken(firstBare, Fault.NOT_AUTHENTIC));
            }
            firstBare = 0;
            checkpoints++;
        }
        return Optional.empty();
    }

    private boolean verifies(AuditCheckpoint checkpoint) {
        boolean ours = chainKey.publicKey()
                .map(own -> Arrays.equals(own, checkpoint.publicKey()))
                .orElse(true);
        return ours
                && StatementKey.verify(
                        checkpoint.publicKey(), checkpoint.statement().encoded(), checkpoint.signature());
    }

    /** The last entry was passed; the chain's recorded end and the checkpoints tell whether any are missing. */
    ChainReport arrive(AuditChain end) {
        long last = end.lastNumber();
        if (number < last || !MessageDigest.isEqual(hash, end.lastHash()) || !ahead.isEmpty()) {
            return new Broken(number + 1, Fault.CUT_OFF);
        }
        if (firstBare > 0 && !chainKey.isOpening()) {
            return new Broken(firstBare, Fault.NOT_AUTHENTIC);
        }
        byte[] expected = chainKey.authenticate(AuditChain.end(last, hash));
        boolean authentic = vouchedFor == number && number > 0;
        if (expected != null
                && authentic
                && !MessageDigest.isEqual(expected, end.endMac().orElseGet(() -> new byte[0]))) {
            return new Broken(number + 1, Fault.CUT_OFF);
        }
        return new Unbroken(number, vouchedFor, checkpoints);
    }
}
