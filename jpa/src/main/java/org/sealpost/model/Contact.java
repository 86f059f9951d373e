package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.sealpost.crypto.Capabilities;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Fingerprint;

/**
 * Somebody outside whom the owner of a mailbox can seal mail to, by a certificate whose fingerprint the owner has
 * compared by hand. A newer certificate takes the place of the one before, again by hand; each mailbox has contacts of
 * its own.
 */
@Entity
@WrittenByAnyServer("whom somebody writes to is no key of ours")
@Table(name = "contact")
@NamedQuery(
        name = Contact.PAGE,
        query = "select c from Contact c where c.owner = :owner and c.address > :after"
                + " and (c.address like :text escape '!' or lower(c.name) like :text escape '!') order by c.address")
@NamedQuery(
        name = Contact.BEGINNING,
        query = "select c from Contact c where c.owner = :owner"
                + " and (c.address like :text escape '!' or lower(c.name) like :text escape '!') order by c.address")
@NamedQuery(
        name = Contact.BY_ADDRESS,
        query = "select c from Contact c where c.owner = :owner and c.address = :address")
@NamedQuery(name = Contact.BY_IDS, query = "select c from Contact c where c.id in :ids")
public class Contact {
    static final String PAGE = "Contact.page";
    static final String BEGINNING = "Contact.beginning";
    static final String BY_ADDRESS = "Contact.byAddress";
    static final String BY_IDS = "Contact.byIds";
    private static final String PREFIX = "contact:";
    private static final int MAX_NAME = 256;

    @Id
    private String id;

    @Column(nullable = false)
    private String owner;

    @Column(nullable = false)
    private String address;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String fingerprint;

    @Column(nullable = false)
    private byte[] encoded;

    @Column(nullable = false)
    private String reads;

    @Column(name = "valid_until", nullable = false)
    private Instant validUntil;

    @Column(name = "added_at", nullable = false)
    private Instant addedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Contact() {}

    /**
     * Somebody new.
     *
     * @param owner of the mailbox
     * @param address mail address
     * @param name for people; cut at {@value #MAX_NAME} characters
     */
    public Contact(MailboxId owner, String address, String name, ContactKey key, Instant at) {
        this.id = PREFIX + UUID.randomUUID();
        this.owner = owner.value();
        this.address = normalised(address);
        this.name = MessageLabel.cut(name, MAX_NAME);
        confirm(key, at);
    }

    /** The owner has confirmed this key by hand; it counts from now on. */
    public void confirm(ContactKey key, Instant at) {
        fingerprint = Fingerprint.of(key.certificate()).hex();
        encoded = Certificates.der(key.certificate());
        reads = key.reads().toText();
        validUntil = key.certificate().getNotAfter().toInstant();
        addedAt = at;
    }

    /**
     * Whether an id is a contact's: then there is no mailbox here.
     *
     * @param recipient of a message
     */
    public static boolean is(MailboxId recipient) {
        return recipient.value().startsWith(PREFIX);
    }

    static String normalised(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** As recipients of messages have it. */
    public MailboxId id() {
        return new MailboxId(id);
    }

    public MailboxId owner() {
        return new MailboxId(owner);
    }

    /** In lower case. */
    public String address() {
        return address;
    }

    public String name() {
        return name;
    }

    public Fingerprint fingerprint() {
        return new Fingerprint(fingerprint);
    }

    /** To encrypt to. */
    public X509Certificate certificate() {
        return Certificates.parse(encoded);
    }

    /** What the contact's mail program announced that it reads. */
    public Capabilities reads() {
        return Capabilities.parse(reads);
    }

    public Instant validUntil() {
        return validUntil;
    }

    /** When the present certificate was confirmed. */
    public Instant addedAt() {
        return addedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contact that && owner.equals(that.owner) && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }
}
