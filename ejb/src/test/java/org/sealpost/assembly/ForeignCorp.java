package org.sealpost.assembly;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.Subject;

/** Another organisation, with an authority and mailboxes of its own. */
public final class ForeignCorp {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Providers PROVIDERS = Providers.best();
    private static final KeyPairs PAIRS = new KeyPairs(PROVIDERS, RANDOM);

    private final CertificateAuthority authority;
    private final Instant founded;

    public ForeignCorp(String name, Instant founded) {
        this.founded = founded;
        URI anywhere = URI.create("http://partner.example/pki");
        authority = new CertificateAuthority(
                PROVIDERS,
                CertificateAuthority.createRoot(
                        PROVIDERS,
                        PAIRS,
                        new CertificateAuthority.RootOrder(
                                name, KeyType.EC_P256, CertificateOrder.newSerial(RANDOM), founded)),
                new CertificateAuthority.Addresses(anywhere, anywhere, anywhere, anywhere));
    }

    public X509Certificate certificate() {
        return authority.certificate();
    }

    /** DER. */
    public byte[] encoded() {
        return Certificates.der(certificate());
    }

    /** A key of a mailbox there. */
    public OwnedKey issue(CertificateProfile profile, String address, Capabilities reads) {
        KeyPair pair = PAIRS.generate(KeyType.EC_P256);
        X509Certificate certificate = authority.issue(new CertificateOrder(
                profile, new Subject(address), pair.getPublic(), CertificateOrder.newSerial(RANDOM), founded, reads));
        return new OwnedKey(pair.getPrivate(), certificate);
    }

    /** Its list of that instant, DER. */
    public byte[] list(Instant made, X509Certificate... revoked) {
        RevocationList list =
                new RevocationList(BigInteger.valueOf(made.getEpochSecond()), made, made.plus(Duration.ofHours(24)));
        for (X509Certificate one : revoked) {
            list.add(new RevocationList.Entry(one.getSerialNumber(), made, RevocationReason.KEY_COMPROMISE));
        }
        return authority.signCrl(list);
    }
}
