package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.sealpost.quorum.Contribution;

/**
 * What one officer contributed to opening one escrowed key for one request. It waits here only for the contributions
 * that are still missing: the last one is never stored, and with it all others go.
 */
@Entity
@IdClass(OpeningContribution.Key.class)
@Table(name = "opening_contribution")
@NamedQuery(
        name = OpeningContribution.OF_REQUEST,
        query = "select c from OpeningContribution c where c.request = :request and c.serial in :serials"
                + " order by c.serial, c.holder")
@NamedQuery(name = OpeningContribution.REMOVE, query = "delete from OpeningContribution c where c.request = :request")
@NamedQuery(name = OpeningContribution.REMOVE_KEY, query = "delete from OpeningContribution c where c.serial = :serial")
@NamedQuery(
        name = OpeningContribution.REMOVE_KEYS,
        query = "delete from OpeningContribution c where c.request = :request and c.serial in :serials")
@NamedQuery(
        name = OpeningContribution.REMOVE_OTHERS,
        query = "delete from OpeningContribution c where c.request = :request and c.sharing = :sharing"
                + " and c.holder not in :holders")
@NamedQuery(
        name = OpeningContribution.REQUESTS,
        query = "select distinct c.request from OpeningContribution c order by c.request")
public class OpeningContribution {
    static final String OF_REQUEST = "OpeningContribution.ofRequest";
    static final String REMOVE = "OpeningContribution.remove";
    static final String REMOVE_KEY = "OpeningContribution.removeKey";
    static final String REMOVE_KEYS = "OpeningContribution.removeKeys";
    static final String REMOVE_OTHERS = "OpeningContribution.removeOthers";
    static final String REQUESTS = "OpeningContribution.requests";

    /** Its identity: one officer contributes once to one key of a request. */
    record Key(String request, String serial, int holder) implements Serializable {}

    @Id
    private String request;

    @Id
    private String serial;

    @Id
    private int holder;

    @Column(nullable = false)
    private int sharing;

    @Column(nullable = false)
    private byte[] encoded;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected OpeningContribution() {}

    public OpeningContribution(String request, Serial serial, int sharing, Contribution contribution) {
        this.request = request;
        this.serial = serial.value();
        this.holder = contribution.holder();
        this.sharing = sharing;
        this.encoded = contribution.encode();
    }

    /** Of the escrowed key that it helps to open. */
    public Serial serial() {
        return new Serial(serial);
    }

    /** Number of the officer in the sharing. */
    public int holder() {
        return holder;
    }

    /** The sharing whose share it was made with. */
    public int sharing() {
        return sharing;
    }

    /** @throws org.sealpost.crypto.BadEncoding when the row was altered */
    public Contribution contribution() {
        return Contribution.parse(encoded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpeningContribution that
                && request.equals(that.request)
                && serial.equals(that.serial)
                && holder == that.holder;
    }

    @Override
    public int hashCode() {
        return Objects.hash(request, serial, holder);
    }
}
