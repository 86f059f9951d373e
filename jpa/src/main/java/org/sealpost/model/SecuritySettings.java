package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;

/**
 * One version of the organisation's formats: who chose them, when and why. Versions are only added; the highest number
 * counts, beginning with the next message.
 */
@Entity
@Table(name = "security_settings")
@NamedQuery(name = SecuritySettings.NEWEST, query = "select s from SecuritySettings s order by s.number desc")
@NamedQuery(
        name = SecuritySettings.HISTORY,
        query = "select s from SecuritySettings s where s.number < :before order by s.number desc")
@WrittenByAnyServer("the formats of mail are no keys")
public class SecuritySettings {
    static final String NEWEST = "SecuritySettings.newest";
    static final String HISTORY = "SecuritySettings.history";

    @Id
    @Column(name = "version_number")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Edition edition;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private EncryptionFormat preferred;

    @Enumerated(EnumType.STRING)
    @Column(name = "lowest", nullable = false)
    private EncryptionFormat floor;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(nullable = false)
    private String reason;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected SecuritySettings() {}

    /** The first version, at set-up. */
    public SecuritySettings(FormatPolicy policy, Change change) {
        this(1, policy, change);
    }

    private SecuritySettings(int number, FormatPolicy policy, Change change) {
        this.number = number;
        this.edition = policy.edition();
        this.preferred = policy.preferred();
        this.floor = policy.floor();
        this.changedBy = change.by();
        this.changedAt = change.at();
        this.reason = change.reason();
    }

    /** The version after this one; of two people who change the same version the second one fails on its number. */
    public SecuritySettings next(FormatPolicy policy, Change change) {
        return new SecuritySettings(number + 1, policy, change);
    }

    public int number() {
        return number;
    }

    public FormatPolicy policy() {
        return new FormatPolicy(edition, preferred, floor);
    }

    public Change change() {
        return new Change(changedBy, changedAt, reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecuritySettings that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /**
     * Who changed the formats, when and why.
     *
     * @param by login name
     * @param reason in the administrator's words, 1 to 500 characters
     */
    public record Change(String by, Instant at, String reason) {}
}
