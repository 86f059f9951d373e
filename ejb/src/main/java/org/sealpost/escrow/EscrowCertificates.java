package org.sealpost.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.MovedCertificate;
import org.sealpost.model.MovedCertificateRepository;
import org.sealpost.model.Serial;
import org.sealpost.pki.Certificates;

/** The certificates of escrowed keys: our own, or those of another authority that came with their keys. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EscrowCertificates {
    @Inject
    IssuedCertificateRepository issued;

    @Inject
    MovedCertificateRepository moved;

    /** DER; empty when there is none of that number. */
    public Optional<byte[]> find(Serial serial) {
        return issued.bySerial(serial).map(IssuedCertificate::encoded).or(() -> moved.bySerial(serial)
                .map(MovedCertificate::encoded));
    }

    X509Certificate of(Serial serial) {
        return Certificates.parse(find(serial).orElseThrow());
    }
}
