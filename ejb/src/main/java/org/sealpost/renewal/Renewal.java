package org.sealpost.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.issuing.Issuing;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxVerb;
import org.sealpost.model.RoamingFileRepository;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyProof;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.SigningRequest;
import org.sealpost.pki.Subject;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.RenewalConfirmation;
import org.sealpost.protocol.RenewalRequest;
import org.sealpost.settings.ServerConfiguration;

/**
 * The two transactions of a renewal. {@link #prepare} grants new keys that are not in force yet; {@link #confirm} puts
 * them in force. Between the two the old certificates are the ones that count.
 */
@ApplicationScoped
@Transactional
class Renewal {
    @Inject
    MailboxRepository mailboxes;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    RoamingFileRepository files;

    @Inject
    Issuing issuing;

    @Inject
    Vouching vouching;

    @Inject
    KeyRing ring;

    @Inject
    Hpke hpke;

    @Inject
    Providers providers;

    @Inject
    ServerConfiguration configuration;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The certificates in force and when they are due. */
    RenewalPlan plan(MailboxId mailbox) {
        Instant now = clock.instant();
        boolean renewable = mailboxes
                .byId(mailbox)
                .filter(known -> known.state().allows(MailboxVerb.RENEW))
                .isPresent();
        return new RenewalPlan(
                renewable
                        ? CertificateProfile.OF_MAILBOX.stream()
                                .flatMap(profile -> certificates.inForce(mailbox, profile, now).stream())
                                .map(RenewalPlan.Due::of)
                                .toList()
                        : List.of(),
                now);
    }

    /**
     * Grants what the request asks for; an earlier grant that was never confirmed is given up.
     *
     * @throws RenewalRefused when no signing key in force vouches for the request
     * @throws org.sealpost.model.WrongMailboxState unless the mailbox is enabled
     */
    EnrolmentReply prepare(RenewalRequest request, DirectoryEntry entry) {
        renewable(entry);
        Serial voucher = vouching.require(request, entry.id()).serial();
        Optional<PublicKey> signing = request.signing()
                ? Optional.of(SigningRequest.verify(providers, request.signingRequest())
                        .publicKey())
                : Optional.empty();
        return prepare(
                new VouchedRenewal(entry, voucher, signing, request.encryption(), caller.name()),
                keys -> keys.sealFor(request, hpke));
    }

    /**
     * As a whole, the answer included; the keys are wiped after it.
     *
     * @throws org.sealpost.model.WrongMailboxState unless the mailbox is enabled
     */
    <T> T prepare(VouchedRenewal wish, Function<IssuedKeys, T> answer) {
        Mailbox mailbox = renewable(wish.entry());
        mailbox.readdress(wish.entry().address());
        IssuedCertificate voucher = certificates.bySerial(wish.voucher()).orElseThrow();
        giveUp(prepared(wish.entry().id()));
        Issuing.Holder holder = holder(wish.entry(), voucher);
        try (IssuedKeys granted = new IssuedKeys(
                signing(wish, holder, voucher),
                encryption(wish, holder),
                List.of(ring.publicKeys().authority()))) {
            T made = answer.apply(granted);
            audit.success(wish.actor(), Act.PREPARE_RENEWAL, mailbox.label(), describe(wish, granted), Grounds.NONE);
            return made;
        }
    }

    private Mailbox renewable(DirectoryEntry entry) {
        Mailbox mailbox = mailboxes.lock(entry.id()).orElseThrow(() -> new MailboxNotKnown(entry.id()));
        mailbox.renew();
        return mailbox;
    }

    private Issuing.Holder holder(DirectoryEntry entry, IssuedCertificate before) {
        Capabilities capabilities = certificates
                .inForce(entry.id(), CertificateProfile.ENCRYPTION, clock.instant())
                .orElse(before)
                .capabilities();
        return new Issuing.Holder(entry.id(), new Subject(entry.address()), capabilities);
    }

    private X509Certificate signing(VouchedRenewal wish, Issuing.Holder holder, IssuedCertificate voucher) {
        return wish.signing()
                .map(key -> awaitingConfirmation(issuing.signing(holder, key)))
                .orElseGet(() -> Certificates.parse(voucher.encoded()));
    }

    private List<OwnedKey> encryption(VouchedRenewal wish, Issuing.Holder holder) {
        if (!wish.encryption()) {
            return List.of();
        }
        OwnedKey made = issuing.encryption(holder, configuration.encryptionKey());
        awaitingConfirmation(made.certificate());
        return List.of(made);
    }

    private X509Certificate awaitingConfirmation(X509Certificate certificate) {
        certificates
                .bySerial(Serial.of(certificate.getSerialNumber()))
                .orElseThrow()
                .awaitConfirmation();
        return certificate;
    }

    /**
     * Puts what was prepared in force; a second time changes nothing.
     *
     * @param epf the renewed security file when it is to be kept here: in the same transaction
     * @throws RenewalRefused when nothing of the kind was prepared or the proof does not hold
     */
    void confirm(RenewalConfirmation confirmation, MailboxId id, Optional<byte[]> epf) {
        Mailbox mailbox = mailboxes.lock(id).orElseThrow(() -> new MailboxNotKnown(id));
        mailbox.renew();
        IssuedCertificate signing = confirmed(id, confirmation.signing(), CertificateProfile.SIGNING);
        IssuedCertificate encryption = confirmed(id, confirmation.encryption(), CertificateProfile.ENCRYPTION);
        KeyProof.verify(
                providers,
                Certificates.parse(signing.encoded()).getPublicKey(),
                confirmation.statement(),
                confirmation.proof());
        signing.confirm();
        encryption.confirm();
        epf.ifPresent(content -> files.keep(id, content, clock.instant()));
        audit.success(
                Act.RENEW,
                mailbox.label(),
                signing.serial().value() + ", " + encryption.serial().value());
    }

    private IssuedCertificate confirmed(MailboxId id, BigInteger serial, CertificateProfile profile) {
        return certificates
                .bySerial(Serial.of(serial))
                .filter(found -> found.mailbox().equals(id) && found.profile() == profile)
                .filter(found -> found.state() == CertificateState.PREPARED || found.state() == CertificateState.ISSUED)
                .orElseThrow(RenewalRefused::unknown);
    }

    private List<IssuedCertificate> prepared(MailboxId id) {
        return certificates.history(id).stream()
                .filter(one -> one.state() == CertificateState.PREPARED)
                .toList();
    }

    /** Gives up renewals that were begun before that instant and never confirmed. */
    int giveUpBefore(Instant before, int limit) {
        List<IssuedCertificate> abandoned = certificates.abandoned(before, limit);
        giveUp(abandoned);
        return abandoned.size();
    }

    private void giveUp(List<IssuedCertificate> abandoned) {
        abandoned.forEach(one -> {
            one.revoke(RevocationReason.SUPERSEDED, clock.instant(), Optional.empty());
            audit.success(
                    Act.ABANDON_RENEWAL, one.mailbox().value(), one.serial().value());
        });
    }

    private static String describe(VouchedRenewal wish, IssuedKeys granted) {
        String signing = wish.signing().isPresent()
                ? "signing " + granted.signing().getSerialNumber().toString(16)
                : "";
        String encryption = granted.encryption().stream()
                .map(key -> "encryption " + key.certificate().getSerialNumber().toString(16))
                .findFirst()
                .orElse("");
        return (signing + " " + encryption).strip();
    }
}
