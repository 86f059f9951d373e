package org.sealpost.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.sealpost.audit.ClockWatch;
import org.sealpost.crypto.Capabilities;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.PartnerId;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.Subject;
import org.sealpost.settings.ServerConfiguration;

/**
 * Issues a mailbox's two certificates. What a certificate will say is on record before it is signed; an encryption key
 * is in escrow before its certificate is signed. Belongs to the caller's transaction: all of it stands or nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Issuing {
    @Inject
    KeyRing ring;

    @Inject
    KeyPool pool;

    @Inject
    KeyEscrow escrow;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    @Inject
    ClockWatch clockWatch;

    @Inject
    ServerConfiguration configuration;

    /**
     * Whom certificates are issued to.
     *
     * @param mailbox identity
     * @param subject names in the certificate
     * @param capabilities the formats that the mailbox reads
     */
    public record Holder(MailboxId mailbox, Subject subject, Capabilities capabilities) {}

    /** Certifies the signing key that the client made; possession was proved before. */
    public X509Certificate signing(Holder holder, PublicKey key) {
        CertificateOrder order = order(holder, CertificateProfile.SIGNING, key);
        return sign(record(holder, order), order);
    }

    /** Makes an encryption pair, puts it in escrow and certifies it; the caller closes it. */
    public OwnedKey encryption(Holder holder, KeyType type) {
        KeyPair pair = pool.take(type);
        CertificateOrder order = order(holder, CertificateProfile.ENCRYPTION, pair.getPublic());
        IssuedCertificate recorded = record(holder, order);
        escrow.deposit(holder.mailbox(), Serial.of(order.serial()), pair.getPrivate());
        return new OwnedKey(pair.getPrivate(), sign(recorded, order));
    }

    /**
     * Certifies the key of somebody outside for signing and for being sealed to. Nothing is escrowed: the private half was
     * never here, and mail that is sealed to it is its owner's alone to read.
     */
    public X509Certificate partner(Holder holder, PublicKey key) {
        if (!PartnerId.is(holder.mailbox())) {
            throw new IllegalArgumentException("a mailbox of our own has two keys, one of them in escrow");
        }
        CertificateOrder order = order(holder, CertificateProfile.PARTNER, key);
        return sign(record(holder, order), order);
    }

    private CertificateOrder order(Holder holder, CertificateProfile profile, PublicKey key) {
        clockWatch.require();
        return new CertificateOrder(
                profile,
                holder.subject(),
                key,
                CertificateOrder.newSerial(random),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                holder.capabilities(),
                configuration.lifetimes().of(profile));
    }

    private IssuedCertificate record(Holder holder, CertificateOrder order) {
        IssuedCertificate recorded = new IssuedCertificate(
                holder.mailbox(), order, ring.use(running -> running.authority().notAfter(order)));
        certificates.add(recorded);
        return recorded;
    }

    private X509Certificate sign(IssuedCertificate recorded, CertificateOrder order) {
        X509Certificate certificate = ring.use(running -> running.authority().issue(order));
        recorded.issue(Certificates.der(certificate));
        return certificate;
    }
}
