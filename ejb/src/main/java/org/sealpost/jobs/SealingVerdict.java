package org.sealpost.jobs;

import java.util.List;
import java.util.Set;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.JobReason;
import org.sealpost.model.MailboxId;

/** Whether a job can be sealed to everybody as they are now. */
sealed interface SealingVerdict {
    /** Every copy can be sealed, each in a format that all who share it read. */
    record Sealable(List<SealableCopy> copies) implements SealingVerdict {
        public Sealable {
            copies = List.copyOf(copies);
        }
    }

    /**
     * Somebody or something is in the way; the sender has to decide.
     *
     * @param removable recipients without whom the rest could be sealed to; empty when removing nobody would help
     */
    record InTheWay(JobReason reason, Set<MailboxId> removable) implements SealingVerdict {
        public InTheWay {
            removable = Set.copyOf(removable);
        }
    }

    /** A copy and the format agreed for it. */
    record SealableCopy(Copy copy, EncryptionFormat format) {}
}
