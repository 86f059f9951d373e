package org.sealpost.transfer;

import static org.sealpost.pki.SampleAuthority.NOW;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateAuthority.MessageOrder;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SampleAuthority;
import org.sealpost.pki.TransferCertificate;
import org.sealpost.pki.TransferOrder;

/** A Key Manager at either end of a transfer. */
final class Sender {
    static final Providers PROVIDERS = Providers.best();
    static final SecureRandom RANDOM = new SecureRandom();

    final SampleAuthority sample = SampleAuthority.create();
    final OwnedKey signer = signer();
    final Hpke.Pair escrow = new Hpke(PROVIDERS, RANDOM).keyPair();

    X509Certificate authority() {
        return sample.certificate();
    }

    TransferCertificate certificate() {
        return new TransferCertificate(sample.authority()
                .issue(new TransferOrder(
                        escrow.publicKey(), 2, CertificateOrder.newSerial(RANDOM), NOW, Period.ofDays(90))));
    }

    TransferFile file(Sender to) {
        OwnedKey old = sample.issue(CertificateProfile.ENCRYPTION, "alice@corp.example");
        MovedKey key = new MovedKey(Certificates.der(old.certificate()), NOW, new byte[200]);
        return new TransferFile(
                "827eda71-6c48-4f27-8489-da2419656af2",
                to.certificate().fingerprint(),
                "Corp",
                NOW,
                List.of(new MovedMailbox("id-alice", "alice@corp.example", List.of(key, key))));
    }

    private OwnedKey signer() {
        KeyPair pair = sample.pair(KeyType.EC_P256);
        return new OwnedKey(
                pair.getPrivate(),
                sample.authority()
                        .issueForMessages(new MessageOrder(
                                pair.getPublic(),
                                CertificateOrder.newSerial(RANDOM),
                                NOW.minus(Duration.ofMinutes(10)),
                                NOW.plus(Duration.ofDays(30)))));
    }
}
