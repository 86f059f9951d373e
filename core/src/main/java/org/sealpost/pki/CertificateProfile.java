package org.sealpost.pki;

import java.security.PublicKey;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The certificates of mail (RFC 8550). A mailbox has two: one key signs, the other is sealed to, never one for both. A
 * partner outside has one for both, because the key is the partner's own and nobody else ever has it.
 */
public enum CertificateProfile {
    /** Signs mail; the private key never leaves its owner. */
    SIGNING(Period.ofMonths(12)),
    /** Is sealed to; the private key is escrowed. */
    ENCRYPTION(Period.ofMonths(18)),
    /** Signs and is sealed to, for somebody outside; the private key never leaves its owner and is not escrowed. */
    PARTNER(Period.ofMonths(12));

    /** What a mailbox has. */
    public static final Set<CertificateProfile> OF_MAILBOX =
            Collections.unmodifiableSet(EnumSet.of(SIGNING, ENCRYPTION));

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
        int takesKeys = key.getAlgorithm().equals("RSA") ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement;
        return switch (this) {
            case SIGNING -> KeyUsage.digitalSignature;
            case ENCRYPTION -> takesKeys;
            case PARTNER -> KeyUsage.digitalSignature | takesKeys;
        };
    }

    /** Whether a certificate may be used in this way; one without keyUsage may be used in any. */
    public boolean allows(boolean[] keyUsage) {
        boolean signs = keyUsage[0] || keyUsage[1];
        boolean takesKeys = keyUsage[2] || keyUsage[4];
        return switch (this) {
            case SIGNING -> signs;
            case ENCRYPTION -> takesKeys;
            case PARTNER -> signs && takesKeys;
        };
    }
}
