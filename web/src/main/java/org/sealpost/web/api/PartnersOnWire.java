package org.sealpost.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.acme.PartnerOrderRow;
import org.sealpost.acme.PartnerRow;

/** What travels of the accounts of partners outside. */
public final class PartnersOnWire {
    private PartnersOnWire() {}

    /**
     * A page of accounts.
     *
     * @param partners the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record Partners(List<Partner> partners, @Nullable String next) {}

    /**
     * An account.
     *
     * @param contact addresses by which its owner says to be reached
     * @param state VALID or DEACTIVATED
     * @param opened when it was opened
     * @param certificates how many certificates of it are in force
     * @param nextEnd when the first of them ends; absent when none is in force
     */
    public record Partner(
            String id,
            List<String> contact,
            String state,
            Instant opened,
            long certificates,
            @Nullable Instant nextEnd) {
        static Partner of(PartnerRow row) {
            return new Partner(
                    row.id(),
                    row.contact(),
                    row.state().name(),
                    row.openedAt(),
                    row.certificates(),
                    row.nextEnd().orElse(null));
        }
    }

    /**
     * A page of what an account has ordered.
     *
     * @param orders the rows
     * @param next what to give as {@code after} for the next page; absent on the last one
     */
    public record PartnerOrders(
            List<PartnerOrder> orders, @Nullable String next) {}

    /**
     * What a partner has ordered.
     *
     * @param address that it is for
     * @param state OFFERED, ACCEPTED, ANSWERED, PROVEN, ISSUED, FAILED, DROPPED or EXPIRED
     * @param certificate what came of it; absent while nothing has
     */
    public record PartnerOrder(
            String id,
            String address,
            String state,
            Instant ordered,
            CertificatesOnWire.@Nullable Certificate certificate) {
        static PartnerOrder of(PartnerOrderRow row) {
            return new PartnerOrder(
                    row.id(),
                    row.address(),
                    row.state().name(),
                    row.orderedAt(),
                    row.certificate().map(CertificatesOnWire.Certificate::of).orElse(null));
        }
    }
}
