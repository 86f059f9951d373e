package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * Which server is the organisation's one running Key Manager. Its holder renews it every few seconds; when it has run out
 * another server takes it, and the fencing number grows. Every instant is the database's, so that servers whose clocks
 * differ agree. It is written by the statements below only, each of which succeeds on one row or on none.
 */
@Entity
@Table(name = "key_manager_lease")
@NamedQuery(
        name = KeyManagerLease.STANDING,
        query = "select new org.sealpost.model.LeaseStanding("
                + "l.holder, l.number, l.renewals, l.acquiredAt, l.expiresAt, instant) from KeyManagerLease l")
@NamedNativeQuery(
        name = KeyManagerLease.TAKE,
        query = "update key_manager_lease set fencing_number = fencing_number + 1,"
                + " renewals = renewals + 1, holder_id = :id,"
                + " holder_name = :name, holder_url = :url, acquired_at = current_timestamp,"
                + " renewed_at = current_timestamp, expires_at = current_timestamp + interval '10' second"
                + " where id = 1 and (holder_id = '' or holder_id = :id or expires_at <= current_timestamp"
                + " or renewals = :silent)")
@NamedNativeQuery(
        name = KeyManagerLease.RAISE,
        query = "update key_manager_fence set fencing_number ="
                + " (select l.fencing_number from key_manager_lease l where l.id = 1) where id = 1")
@NamedNativeQuery(
        name = KeyManagerLease.RENEW,
        query = "update key_manager_lease set renewals = renewals + 1, renewed_at = current_timestamp,"
                + " expires_at = current_timestamp + interval '10' second"
                + " where id = 1 and fencing_number = :number and holder_id = :id")
@NamedNativeQuery(
        name = KeyManagerLease.GIVE_BACK,
        query = "update key_manager_lease set holder_id = '', expires_at = current_timestamp"
                + " where id = 1 and fencing_number = :number and holder_id = :id")
@WrittenByAnyServer("whoever finds it free takes it")
public class KeyManagerLease {
    static final String STANDING = "KeyManagerLease.standing";
    static final String TAKE = "KeyManagerLease.take";
    static final String RAISE = "KeyManagerLease.raise";
    static final String RENEW = "KeyManagerLease.renew";
    static final String GIVE_BACK = "KeyManagerLease.giveBack";

    @Id
    private int id;

    @Column(name = "fencing_number", nullable = false)
    private long number;

    @Column(nullable = false)
    private long renewals;

    @Embedded
    private LeaseHolder holder;

    @Column(name = "acquired_at", nullable = false)
    private Instant acquiredAt;

    @Column(name = "renewed_at", nullable = false)
    private Instant renewedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected KeyManagerLease() {}
}
