package org.sealpost.quorum;

/**
 * How many people hold a key and how many of them are needed to use it.
 *
 * @param needed 1 to {@code people}
 * @param people 1 to {@value #MOST}
 */
public record QuorumSize(int needed, int people) {
    /** The most people that share a key. */
    public static final int MOST = 32;

    /** @throws IllegalArgumentException when a number is out of its range */
    public QuorumSize {
        if (needed < 1 || needed > people || people > MOST) {
            throw new IllegalArgumentException(needed + " of " + people);
        }
    }

    /** For people, as {@code 2 of 3}. */
    @Override
    public String toString() {
        return needed + " of " + people;
    }
}
