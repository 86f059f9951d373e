package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Objects;

/**
 * What one dealer gave to one officer: a share, sealed to the officer's encryption certificate.
 *
 * @param holder number of the officer who gets it
 * @param dealer {@value #WHOLE} when the key itself was dealt out, else the number of an officer of the sharing before
 * @param commitments of this dealer's deal
 * @param sealed the share as a sealed message
 */
@Embeddable
public record SharePart(
        @Column(name = "holder", nullable = false) int holder,
        @Column(name = "dealer", nullable = false) int dealer,
        @Column(name = "commitments", nullable = false) byte[] commitments,
        @Column(name = "sealed", nullable = false) byte[] sealed) {
    /** The dealer of a whole key. */
    public static final int WHOLE = 0;

    @Override
    public boolean equals(Object other) {
        return other instanceof SharePart that
                && holder == that.holder
                && dealer == that.dealer
                && Arrays.equals(commitments, that.commitments)
                && Arrays.equals(sealed, that.sealed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(holder, dealer, Arrays.hashCode(sealed));
    }
}
