package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Accounts of partners outside, and their orders. */
@Dependent
public class AcmeRepository {
    private final EntityManager database;

    @Inject
    public AcmeRepository(EntityManager database) {
        this.database = database;
    }

    /** Keeps a new account; its key fails here at once if it opens another one. */
    public void add(AcmeAccount account) {
        database.persist(account);
        database.flush();
    }

    public void add(AcmeOrder order) {
        database.persist(order);
        database.flush();
    }

    public Optional<AcmeAccount> account(String id) {
        return Optional.ofNullable(database.find(AcmeAccount.class, id));
    }

    /** The account, locked until the end of the transaction. */
    public Optional<AcmeAccount> lockAccount(String id) {
        return Optional.ofNullable(database.find(AcmeAccount.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<AcmeAccount> byThumbprint(String thumbprint) {
        return database.createNamedQuery(AcmeAccount.BY_THUMBPRINT, AcmeAccount.class)
                .setParameter("thumbprint", thumbprint)
                .getResultStream()
                .findFirst();
    }

    public long countAccounts() {
        return database.createNamedQuery(AcmeAccount.COUNT, Long.class).getSingleResult();
    }

    public Optional<AcmeOrder> order(String id) {
        return Optional.ofNullable(database.find(AcmeOrder.class, id));
    }

    /** The order, locked until the end of the transaction. */
    public Optional<AcmeOrder> lockOrder(String id) {
        return Optional.ofNullable(database.find(AcmeOrder.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The order that a certificate was issued for. */
    public Optional<AcmeOrder> bySerial(Serial serial) {
        return database.createNamedQuery(AcmeOrder.BY_SERIAL, AcmeOrder.class)
                .setParameter("serial", serial.value())
                .getResultStream()
                .findFirst();
    }

    /** Orders of an account, newest first, at most {@code limit}. */
    public List<AcmeOrder> orders(String account, int limit) {
        return database.createNamedQuery(AcmeOrder.OF_ACCOUNT, AcmeOrder.class)
                .setParameter("account", account)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many orders of an account may still become certificates. */
    public long countOpen(String account) {
        return database.createNamedQuery(AcmeOrder.COUNT_OPEN, Long.class)
                .setParameter("account", account)
                .setParameter("open", AcmeOrderState.OPEN)
                .getSingleResult();
    }

    /** How many orders for an address were begun after that instant, by whatever account. */
    public long countSince(String address, Instant since) {
        return database.createNamedQuery(AcmeOrder.COUNT_SINCE, Long.class)
                .setParameter("address", address)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** Orders whose challenge has still to go by mail, those tried least first, at most {@code limit}. */
    public List<AcmeOrder> toMail(int limit) {
        return database.createNamedQuery(AcmeOrder.TO_MAIL, AcmeOrder.class)
                .setParameter("awaiting", EnumSet.of(AcmeOrderState.OFFERED, AcmeOrderState.ACCEPTED))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Open orders whose time has run out, at most {@code limit}. */
    public List<AcmeOrder> overdue(Instant now, int limit) {
        return past(AcmeOrderState.OPEN, now, limit);
    }

    /** Forgets what has become of nothing and ran out before that instant, at most so many of a kind. @return how many */
    public int forget(Instant before, int limit) {
        List<AcmeOrder> orders =
                past(EnumSet.of(AcmeOrderState.FAILED, AcmeOrderState.DROPPED, AcmeOrderState.EXPIRED), before, limit);
        orders.forEach(database::remove);
        List<AcmeAccount> accounts = database.createNamedQuery(AcmeAccount.IDLE, AcmeAccount.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
        accounts.forEach(database::remove);
        return orders.size() + accounts.size();
    }

    private List<AcmeOrder> past(Collection<AcmeOrderState> states, Instant now, int limit) {
        return database.createNamedQuery(AcmeOrder.OVERDUE, AcmeOrder.class)
                .setParameter("states", states)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }
}
