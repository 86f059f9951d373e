package org.sealpost.smime;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The elliptic curves on which keys are agreed. */
enum NamedCurve {
    P_256("secp256r1", SECObjectIdentifiers.secp256r1),
    P_384("secp384r1", SECObjectIdentifiers.secp384r1),
    P_521("secp521r1", SECObjectIdentifiers.secp521r1);

    private final String standardName;

    @SuppressWarnings("ImmutableEnumChecker") // an object identifier never changes
    private final ASN1ObjectIdentifier identifier;

    NamedCurve(String standardName, ASN1ObjectIdentifier identifier) {
        this.standardName = standardName;
        this.identifier = identifier;
    }

    String standardName() {
        return standardName;
    }

    /** The curve of a public key; empty when it lies on none of these. */
    static Optional<NamedCurve> of(AlgorithmIdentifier keyAlgorithm) {
        return Arrays.stream(values())
                .filter(it -> it.identifier.equals(keyAlgorithm.getParameters()))
                .findFirst();
    }
}
