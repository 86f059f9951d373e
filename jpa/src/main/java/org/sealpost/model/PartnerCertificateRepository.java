package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Certificates in force of people outside who have one of ours. */
@Dependent
public class PartnerCertificateRepository {
    private static final String IN_FORCE = "select c from IssuedCertificate c where c.profile ="
            + " org.sealpost.pki.CertificateProfile.PARTNER and c.state = org.sealpost.model.CertificateState.ISSUED"
            + " and c.notBefore <= :now and c.notAfter > :now and ";
    private static final String NEWEST = " order by c.notBefore desc, c.serial";

    private static final String UNTOLD = "c.notAfter <= :until and c.toldDays is null and not exists (select n from"
            + " IssuedCertificate n where n.partner = c.partner and n.state ="
            + " org.sealpost.model.CertificateState.ISSUED and n.notBefore > c.notBefore) order by c.notAfter, c.serial";

    /** Above every character that an address has. */
    private static final String LAST = "\uffff";

    private final EntityManager database;

    @Inject
    public PartnerCertificateRepository(EntityManager database) {
        this.database = database;
    }

    /** The newest of that address, in any case. */
    public Optional<IssuedCertificate> byAddress(String address, Instant now) {
        return inForce("c.partner = :partner" + NEWEST, now)
                .setParameter("partner", PartnerId.of(address).value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The newest of each of the ids that is a partner's; one query for all. */
    public Map<MailboxId, IssuedCertificate> byIds(Collection<MailboxId> ids, Instant now) {
        List<String> partners =
                ids.stream().filter(PartnerId::is).map(MailboxId::value).toList();
        if (partners.isEmpty()) {
            return Map.of();
        }
        return inForce("c.partner in :partners" + NEWEST, now)
                .setParameter("partners", partners)
                .getResultStream()
                .collect(Collectors.toMap(IssuedCertificate::mailbox, Function.identity(), (newest, older) -> newest));
    }

    /** All of a partner that were issued and not revoked, whenever they begin or end, newest first. */
    public List<IssuedCertificate> issued(MailboxId partner) {
        return database.createQuery(
                        "select c from IssuedCertificate c where c.partner = :partner and c.state ="
                                + " org.sealpost.model.CertificateState.ISSUED" + NEWEST,
                        IssuedCertificate.class)
                .setParameter("partner", partner.value())
                .getResultList();
    }

    /** Those whose address begins so, in any case; one partner may be there more than once. */
    public List<IssuedCertificate> beginning(String text, Instant now, int limit) {
        String from = text.strip().toLowerCase(Locale.ROOT);
        return inForce("c.address >= :from and c.address < :to order by c.address, c.notBefore desc, c.serial", now)
                .setParameter("from", from)
                .setParameter("to", from + LAST)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The newest certificates of partners that end within so many days and of whose end nobody was told.
     *
     * @param limit at most so many, those that end first
     */
    public List<IssuedCertificate> ending(Instant now, int days, int limit) {
        return inForce(UNTOLD, now)
                .setParameter("until", now.plus(Duration.ofDays(days)))
                .setMaxResults(limit)
                .getResultList();
    }

    private TypedQuery<IssuedCertificate> inForce(String condition, Instant now) {
        return database.createQuery(IN_FORCE + condition, IssuedCertificate.class)
                .setParameter("now", now);
    }
}
