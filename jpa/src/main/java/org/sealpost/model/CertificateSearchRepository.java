package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looking for certificates among all that were ever signed for mailboxes. */
@Dependent
public class CertificateSearchRepository {
    private final EntityManager database;

    @Inject
    public CertificateSearchRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * Certificates, newest first: by their beginning, or by their end when the query is about ends.
     *
     * @param after {@link Page#nextKey()} of the page before, empty for the first page; nothing comes after a number that
     *     was never issued
     * @param now the instant at which they have to stand as the query says
     * @throws BadSerial when what the page is asked with is no key of a page
     */
    public Page<IssuedCertificate> page(CertificateQuery query, Optional<String> after, int limit, Instant now) {
        CertificateSearch search = CertificateSearch.of(query, now);
        if (after.isPresent()) {
            String last = Serial.typed(after.get()).value();
            IssuedCertificate passed = database.find(IssuedCertificate.class, last);
            if (passed == null) {
                return new Page<>(List.of(), Optional.empty());
            }
            search.after(passed);
        }
        TypedQuery<IssuedCertificate> rows = database.createQuery(search.text(), IssuedCertificate.class);
        search.values().forEach(rows::setParameter);
        List<IssuedCertificate> found = rows.setMaxResults(limit + 1).getResultList();
        return Page.of(found, limit, certificate -> certificate.serial().value());
    }
}
