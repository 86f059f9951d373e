package org.sealpost.pki;

import java.security.PublicKey;
import java.time.Period;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The two certificates of a mailbox (RFC 8550): one key signs, the other is sealed to, never one for both. */
public enum CertificateProfile {
    /** Signs mail; the private key never leaves its owner. */
    SIGNING(Period.ofMonths(12)),
    /** Is sealed to; the private key is escrowed. */
    ENCRYPTION(Period.ofMonths(18));

    private final Period lifetime;

    CertificateProfile(Period lifetime) {
        this.lifetime = lifetime;
    }

    /** How long a certificate is valid unless an order says otherwise. */
    public Period lifetime() {
        return lifetime;
    }

    /**
     * Bits of the keyUsage extension (RFC 5280 section 4.2.1.3). Signing certificates do not claim nonRepudiation:
     * mail programs ask for digitalSignature only, and software keys under a password do not carry that claim.
     */
    int keyUsage(PublicKey key) {
        if (this == SIGNING) {
            return KeyUsage.digitalSignature;
        }
        return key.getAlgorithm().equals("RSA") ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement;
    }

    /** Whether a certificate may be used in this way; one without keyUsage may be used in any. */
    public boolean allows(boolean[] keyUsage) {
        return this == SIGNING ? keyUsage[0] || keyUsage[1] : keyUsage[2] || keyUsage[4];
    }
}
