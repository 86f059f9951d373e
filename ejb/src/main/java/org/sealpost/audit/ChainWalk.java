package org.sealpost.audit;

import java.security.MessageDigest;
import java.util.Optional;
import org.sealpost.audit.ChainReport.Broken;
import org.sealpost.audit.ChainReport.Fault;
import org.sealpost.audit.ChainReport.Unbroken;
import org.sealpost.model.AuditChain;
import org.sealpost.model.AuditEntry;

/** A walk along the chain, entry by entry; holds no more than one entry's hash. */
final class ChainWalk {
    private final ChainKey chainKey;
    private long number;
    private byte[] hash = AuditChain.origin();
    private long vouchedFor;

    ChainWalk(ChainKey chainKey) {
        this.chainKey = chainKey;
    }

    /** Number of the last entry that was passed. */
    long number() {
        return number;
    }

    /** Passes one entry, unless it does not fit. */
    Optional<Broken> pass(AuditEntry entry) {
        if (!entry.follows(number, hash)) {
            return Optional.of(new Broken(number + 1, Fault.DOES_NOT_FOLLOW));
        }
        byte[] expected = chainKey.authenticate(entry.hash());
        if (expected != null && entry.mac().isPresent()) {
            if (!MessageDigest.isEqual(expected, entry.mac().get())) {
                return Optional.of(new Broken(entry.number(), Fault.NOT_AUTHENTIC));
            }
            vouchedFor = entry.number();
        }
        number = entry.number();
        hash = entry.hash();
        return Optional.empty();
    }

    /** The last entry was passed; the chain's recorded end tells whether any are missing. */
    ChainReport arrive(long lastNumber, byte[] lastHash) {
        if (number < lastNumber || number == lastNumber && !MessageDigest.isEqual(hash, lastHash)) {
            return new Broken(number + 1, Fault.CUT_OFF);
        }
        return new Unbroken(number, vouchedFor);
    }
}
