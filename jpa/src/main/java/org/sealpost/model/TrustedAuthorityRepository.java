package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.ForeignList;

/** Authorities of other organisations, with their revocation lists. */
@Dependent
public class TrustedAuthorityRepository {
    private final EntityManager database;

    @Inject
    public TrustedAuthorityRepository(EntityManager database) {
        this.database = database;
    }

    /** Gives it its number. */
    public void add(TrustedAuthority authority) {
        database.persist(authority);
        database.flush();
    }

    public Optional<TrustedAuthority> byId(long id) {
        return Optional.ofNullable(database.find(TrustedAuthority.class, id));
    }

    /** The authority as it is now, locked until the end of the transaction. */
    public Optional<TrustedAuthority> lock(long id) {
        return Optional.ofNullable(database.find(TrustedAuthority.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The authority with that certificate, locked; trusted or not. */
    public Optional<TrustedAuthority> lock(String fingerprint) {
        return database.createQuery(
                        "select a from TrustedAuthority a where a.fingerprint = :fingerprint", TrustedAuthority.class)
                .setParameter("fingerprint", fingerprint)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /**
     * Authorities, newest first.
     *
     * @param text part of the name, of a domain, or of the fingerprint without spaces; empty for all
     * @param state only those in this state, or null for all
     * @param afterKey {@link Page#nextKey()} of the page before, empty for the first page
     * @param limit rows of the page, at least 1
     */
    public Page<TrustedAuthority> page(String text, @Nullable TrustState state, Optional<String> afterKey, int limit) {
        List<TrustedAuthority> found = database.createNamedQuery(TrustedAuthority.PAGE, TrustedAuthority.class)
                .setParameter("before", afterKey.map(Long::parseLong).orElse(Long.MAX_VALUE))
                .setParameter("state", state)
                .setParameter("text", containing(text))
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, authority -> Long.toString(authority.id()));
    }

    /** What is trusted at this moment, as short as it can be said: asked for each message that is opened. */
    public List<AuthorityStamp> stamps() {
        return database.createNamedQuery(TrustedAuthority.STAMPS, AuthorityStamp.class)
                .getResultList();
    }

    /** Numbers of those whose list may be fetched and was not tried to be since. */
    public List<Long> toFetch(Instant since, int limit) {
        return database.createNamedQuery(TrustedAuthority.TO_FETCH, Long.class)
                .setParameter("before", since)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The list of an authority, DER. */
    public Optional<byte[]> list(long authority) {
        return Optional.ofNullable(database.find(AuthorityList.class, authority))
                .map(AuthorityList::encoded);
    }

    /** Keeps the list that the authority has taken. */
    public void keep(TrustedAuthority authority, ForeignList list) {
        AuthorityList there = database.find(AuthorityList.class, authority.id());
        if (there == null) {
            database.persist(new AuthorityList(authority.id(), list.encoded()));
        } else {
            there.replace(list.encoded());
        }
    }

    private static String containing(String text) {
        String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        return "%" + escaped + "%";
    }
}
