package org.sealpost.moving;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Hpke;
import org.sealpost.escrow.KeyCrossing.Coming;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Serial;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.transfer.MovedKey;
import org.sealpost.transfer.MovedMailbox;

/**
 * A mailbox of a file whose keys have the form of keys, each with the certificate of an encryption key. Whose authority
 * issued that is not asked: a history may have come through several houses.
 */
record Arriving(MailboxId mailbox, List<Coming> keys) {
    /** The largest serial number, in bits (RFC 5280 section 4.1.2.2). */
    private static final int LARGEST_SERIAL = 160;

    Arriving {
        keys = List.copyOf(keys);
    }

    /**
     * Looks into it.
     *
     * @param escrowVersion version of the escrow key that it is sealed to
     * @return empty when anything of it cannot be used
     */
    static Optional<Arriving> read(MovedMailbox moved, int escrowVersion) {
        MailboxId mailbox = new MailboxId(moved.id());
        List<Coming> keys = new ArrayList<>();
        Set<Serial> serials = new HashSet<>();
        for (MovedKey key : moved.keys()) {
            Optional<X509Certificate> certificate =
                    Hpke.hasForm(key.sealed()) ? certificate(key.certificate()) : Optional.empty();
            if (certificate.isEmpty()) {
                return Optional.empty();
            }
            Serial serial = Serial.of(certificate.get().getSerialNumber());
            if (!serials.add(serial)) {
                return Optional.empty();
            }
            keys.add(new Coming(
                    new EscrowedKey(mailbox, serial, escrowVersion, key.sealed(), key.depositedAt()),
                    certificate.get()));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Arriving(mailbox, keys));
    }

    /** In a security file a certificate says by its usage what its key is for, so that only an encryption key's will do. */
    private static Optional<X509Certificate> certificate(byte[] encoded) {
        try {
            X509Certificate certificate = Certificates.parse(encoded);
            boolean[] usage = certificate.getKeyUsage();
            boolean usable = usage != null
                    && CertificateProfile.ENCRYPTION.allows(usage)
                    && !CertificateProfile.SIGNING.allows(usage)
                    && KeyType.of(certificate.getPublicKey()).isPresent()
                    && certificate.getSerialNumber().signum() > 0
                    && certificate.getSerialNumber().bitLength() <= LARGEST_SERIAL;
            return usable ? Optional.of(certificate) : Optional.empty();
        } catch (BadEncoding e) {
            return Optional.empty();
        }
    }
}
