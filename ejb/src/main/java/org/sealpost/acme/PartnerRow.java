package org.sealpost.acme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.AcmeAccount;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.PartnerHolding;

/**
 * A partner's account as it stands.
 *
 * @param contact how its owner can be reached, as addresses; nobody has shown that they are the owner's
 * @param openedAt when it was opened
 * @param certificates how many certificates of it are in force
 * @param nextEnd when the first of them ends; empty when none is in force
 */
public record PartnerRow(
        String id,
        List<String> contact,
        AcmeAccountState state,
        Instant openedAt,
        long certificates,
        Optional<Instant> nextEnd) {
    private static final String MAIL = "mailto:";

    static PartnerRow of(AcmeAccount account, @Nullable PartnerHolding holding) {
        return new PartnerRow(
                account.id(),
                account.contact().stream().map(PartnerRow::address).toList(),
                account.state(),
                account.createdAt(),
                holding == null ? 0 : holding.certificates(),
                Optional.ofNullable(holding).map(PartnerHolding::nextEnd));
    }

    private static String address(String url) {
        return url.startsWith(MAIL) ? url.substring(MAIL.length()) : url;
    }

    /** Whether its key counts. */
    public boolean valid() {
        return state == AcmeAccountState.VALID;
    }
}
