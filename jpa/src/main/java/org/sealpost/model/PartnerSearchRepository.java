package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looking at the accounts of partners outside, and at what they have ordered; changes nothing. */
@Dependent
public class PartnerSearchRepository {
    private static final String ACCOUNTS =
            " where (:state is null or a.state = :state) and (lower(a.contact) like :text escape '!'"
                    + " or exists (select o from AcmeOrder o where o.account = a.id"
                    + " and o.address like :text escape '!'))";

    /** Newest first, behind the row that a page ended with; nothing comes behind a row that is not there any more. */
    private static final String BEHIND =
            " and p.id = :after and (%1$s.createdAt < p.createdAt or %1$s.createdAt = p.createdAt and %1$s.id > p.id)";

    private static final String NEWEST = " order by %1$s.createdAt desc, %1$s.id";
    private static final String HOLDINGS = "select new org.sealpost.model.PartnerHolding(o.account, count(c.serial),"
            + " min(c.notAfter)) from AcmeOrder o, IssuedCertificate c where o.account in :accounts and c.serial = o.serial"
            + " and c.state = org.sealpost.model.CertificateState.ISSUED and c.notBefore <= :now and c.notAfter > :now"
            + " group by o.account";

    private final EntityManager database;

    @Inject
    public PartnerSearchRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * Accounts, newest first.
     *
     * @param text part of a contact, or of an address that a certificate was ordered for, in any case; empty for all
     * @param state only those in this state, or null for all
     * @param after {@link Page#nextKey()} of the page before, empty for the first page
     * @param limit rows of the page, at least 1
     */
    public Page<AcmeAccount> accounts(
            String text, @Nullable AcmeAccountState state, Optional<String> after, int limit) {
        TypedQuery<AcmeAccount> query = query(AcmeAccount.class, "a", ACCOUNTS, after)
                .setParameter("state", state)
                .setParameter("text", containing(text));
        return Page.of(query.setMaxResults(limit + 1).getResultList(), limit, AcmeAccount::id);
    }

    /** What accounts have ordered, newest first; the parameters are as those of {@link #accounts}. */
    public Page<AcmeOrder> orders(String account, Optional<String> after, int limit) {
        TypedQuery<AcmeOrder> query = query(AcmeOrder.class, "o", " where o.account = :account", after)
                .setParameter("account", account);
        return Page.of(query.setMaxResults(limit + 1).getResultList(), limit, AcmeOrder::id);
    }

    private <T> TypedQuery<T> query(Class<T> type, String row, String condition, Optional<String> after) {
        String from = "select " + row + " from " + type.getSimpleName() + " " + row;
        String behind = after.isPresent() ? BEHIND.formatted(row) : "";
        String other = after.isPresent() ? ", " + type.getSimpleName() + " p" : "";
        TypedQuery<T> query = database.createQuery(from + other + condition + behind + NEWEST.formatted(row), type);
        after.ifPresent(key -> query.setParameter("after", key));
        return query;
    }

    /** What each of the accounts has in force; those that have nothing are not there. One query for all. */
    public Map<String, PartnerHolding> holdings(Collection<String> accounts, Instant now) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return database.createQuery(HOLDINGS, PartnerHolding.class)
                .setParameter("accounts", accounts)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(PartnerHolding::account, Function.identity()));
    }

    /** The certificates with those numbers; one query for all. */
    public Map<Serial, IssuedCertificate> certificates(Collection<Serial> serials) {
        if (serials.isEmpty()) {
            return Map.of();
        }
        return database.createQuery(
                        "select c from IssuedCertificate c where c.serial in :serials", IssuedCertificate.class)
                .setParameter("serials", serials.stream().map(Serial::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(IssuedCertificate::serial, Function.identity()));
    }

    private static String containing(String text) {
        String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return "%" + escaped + "%";
    }
}
