package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.sealpost.crypto.Providers;

/** Digests that may stand in signatures and key boxes. */
enum DigestAlgorithm {
    SHA_256("SHA-256", "SHA256", NISTObjectIdentifiers.id_sha256, false),
    SHA_384("SHA-384", "SHA384", NISTObjectIdentifiers.id_sha384, false),
    SHA_512("SHA-512", "SHA512", NISTObjectIdentifiers.id_sha512, false),
    SHA_224("SHA-224", "SHA224", NISTObjectIdentifiers.id_sha224, false),
    SHA_1("SHA-1", "SHA1", OIWObjectIdentifiers.idSHA1, true),
    MD5("MD5", "MD5", PKCSObjectIdentifiers.md5, true);

    private final String standardName;
    private final String nameInSignatures;

    @SuppressWarnings("ImmutableEnumChecker") // an object identifier never changes
    private final ASN1ObjectIdentifier identifier;

    private final boolean weak;

    DigestAlgorithm(String standardName, String nameInSignatures, ASN1ObjectIdentifier identifier, boolean weak) {
        this.standardName = standardName;
        this.nameInSignatures = nameInSignatures;
        this.identifier = identifier;
        this.weak = weak;
    }

    static Optional<DigestAlgorithm> find(ASN1ObjectIdentifier identifier) {
        return Arrays.stream(values())
                .filter(it -> it.identifier.equals(identifier))
                .findFirst();
    }

    String standardName() {
        return standardName;
    }

    /** As in {@code SHA256withRSA}. */
    String nameInSignatures() {
        return nameInSignatures;
    }

    /** Whether others can make two contents with the same digest, so that it proves little. */
    boolean weak() {
        return weak;
    }

    MessageDigest start(Providers providers) {
        try {
            return MessageDigest.getInstance(standardName, providers.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(standardName + " is part of every Java platform", e);
        }
    }
}
