package org.sealpost.crypto;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The outcome of choosing a message's format. */
public sealed interface Negotiation {
    /** Every recipient reads this format. */
    record Agreed(EncryptionFormat format) implements Negotiation {}

    /**
     * No allowed format is read by all.
     *
     * @param shortfalls the recipients that stand in the way, in the order given
     */
    record Refused(List<Shortfall> shortfalls) implements Negotiation {
        /** Keeps a copy. */
        public Refused {
            shortfalls = List.copyOf(shortfalls);
        }
    }

    /**
     * One recipient that stands in the way.
     *
     * @param address the recipient
     * @param cannotRead the allowed formats that this recipient does not read, strongest first
     */
    record Shortfall(String address, Set<EncryptionFormat> cannotRead) {
        /** Keeps a copy, in order of strength. */
        public Shortfall {
            EnumSet<EncryptionFormat> copy = EnumSet.noneOf(EncryptionFormat.class);
            copy.addAll(cannotRead);
            cannotRead = Collections.unmodifiableSet(copy);
        }
    }
}
