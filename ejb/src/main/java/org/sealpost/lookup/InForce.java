package org.sealpost.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sealpost.dane.SmimeaRecord;
import org.sealpost.mime.Address;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.Page;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;

/** The certificates in force, from the Key Manager's records; few queries for however many. */
@ApplicationScoped
@Transactional
class InForce {
    private static final int ROWS = 200;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    Clock clock;

    /** The encryption certificate of each that has one. */
    Map<MailboxId, IssuedCertificate> encryption(Collection<MailboxId> ids) {
        return certificates.inForce(ids, CertificateProfile.ENCRYPTION, clock.instant());
    }

    /** Records of the next mailboxes, one list for each; empty for those that have no certificate in force. */
    Page<List<SmimeaRecord>> records(Optional<String> after) {
        Instant now = clock.instant();
        Page<Mailbox> page = mailboxes.page(null, after, ROWS);
        List<MailboxId> ids = page.rows().stream().map(Mailbox::id).toList();
        Map<MailboxId, IssuedCertificate> encryption = certificates.inForce(ids, CertificateProfile.ENCRYPTION, now);
        Map<MailboxId, IssuedCertificate> signing = certificates.inForce(ids, CertificateProfile.SIGNING, now);
        return page.map(one -> Stream.concat(
                        certified(one, encryption.get(one.id()), SmimeaRecord::encryption),
                        certified(one, signing.get(one.id()), SmimeaRecord::signing))
                .toList());
    }

    /** A certificate's address is in lower case; the mailbox's has the directory's spelling, but may be older. */
    private static Stream<SmimeaRecord> certified(
            Mailbox mailbox, @Nullable IssuedCertificate one, Recording recording) {
        if (one == null) {
            return Stream.of();
        }
        String named = one.address().equalsIgnoreCase(mailbox.address()) ? mailbox.address() : one.address();
        X509Certificate certificate = Certificates.parse(one.encoded());
        return Address.find("", named).stream().flatMap(address -> recording.of(address, certificate).stream());
    }

    /** Makes records of a certificate. */
    @FunctionalInterface
    private interface Recording {
        List<SmimeaRecord> of(Address address, X509Certificate certificate);
    }
}
