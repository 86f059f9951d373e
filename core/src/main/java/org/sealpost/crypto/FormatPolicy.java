package org.sealpost.crypto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The organisation's choice of format, and the one place that decides the format of a message.
 *
 * @param edition what may be written and read at all
 * @param preferred the format to write when every recipient reads it
 * @param floor the weakest format that may be written instead; nothing is ever written below it
 */
public record FormatPolicy(Edition edition, EncryptionFormat preferred, EncryptionFormat floor) {
    /** Refuses a policy that could never be followed. */
    public FormatPolicy {
        if (!edition.writes().contains(preferred) || !edition.writes().contains(floor)) {
            throw new IllegalArgumentException("edition " + edition + " does not write " + preferred + " and " + floor);
        }
        if (!preferred.atLeast(floor)) {
            throw new IllegalArgumentException("preferred " + preferred + " is below the floor " + floor);
        }
    }

    /** The strongest format of an edition, with the edition's weakest as floor. */
    public static FormatPolicy of(Edition edition) {
        List<EncryptionFormat> writes = List.copyOf(edition.writes());
        return new FormatPolicy(edition, writes.get(0), writes.get(writes.size() - 1));
    }

    /** The formats that may be written, from the preferred one down to the floor, strongest first. */
    public Set<EncryptionFormat> allowed() {
        EnumSet<EncryptionFormat> allowed = EnumSet.range(preferred, floor);
        allowed.retainAll(edition.writes());
        return Collections.unmodifiableSet(allowed);
    }

    /**
     * Chooses the format of one message: the preferred one if everybody reads it, else the strongest weaker one that
     * everybody reads, never below the floor.
     *
     * @param recipients what each recipient reads, by address; without any recipient the preferred format is agreed
     */
    public Negotiation negotiate(Map<String, Capabilities> recipients) {
        for (EncryptionFormat format : allowed()) {
            if (recipients.values().stream().allMatch(reads -> reads.formats().contains(format))) {
                return new Negotiation.Agreed(format);
            }
        }
        return new Negotiation.Refused(shortfalls(recipients));
    }

    /** Who reads none of the allowed formats is the cause; if there is nobody like that, all who lack one are. */
    private List<Negotiation.Shortfall> shortfalls(Map<String, Capabilities> recipients) {
        List<Negotiation.Shortfall> lacking = new ArrayList<>();
        recipients.forEach((address, reads) -> {
            EnumSet<EncryptionFormat> missing = EnumSet.copyOf(allowed());
            missing.removeAll(reads.formats());
            if (!missing.isEmpty()) {
                lacking.add(new Negotiation.Shortfall(address, missing));
            }
        });
        List<Negotiation.Shortfall> lackingAll = lacking.stream()
                .filter(one -> one.cannotRead().equals(allowed()))
                .toList();
        return lackingAll.isEmpty() ? lacking : lackingAll;
    }
}
