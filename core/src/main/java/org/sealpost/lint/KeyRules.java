package org.sealpost.lint;

import static org.sealpost.lint.LintRule.shall;
import static org.sealpost.lint.LintRule.should;

import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.sealpost.crypto.BadEncoding;

/** Kinds, sizes and known weaknesses of keys. */
final class KeyRules {
    private static final String RSA_QUALITY = "SMIME BR 6.1.6";

    /** The kinds of section 7.1.3.1, octet for octet: RSA, P-256, P-384, P-521, Ed25519, Ed448. */
    private static final Set<String> KINDS = Set.of(
            "300d06092a864886f70d0101010500",
            "301306072a8648ce3d020106082a8648ce3d030107",
            "301006072a8648ce3d020106052b81040022",
            "301006072a8648ce3d020106052b81040023",
            "300506032b6570",
            "300506032b6571");

    private static final int LEAST_BITS = 2048;
    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(3);
    private static final BigInteger GOOD_EXPONENT = BigInteger.valueOf(65537);
    private static final int EXPONENT_BITS = 256;

    static final List<LintRule> ALL = List.of(
            shall("key-kind", "SMIME BR 7.1.3.1", KeyRules::knownKind),
            shall("rsa-size", "SMIME BR 6.1.5", rsa(key -> key.getModulus().bitLength() >= LEAST_BITS)),
            shall("rsa-octets", "SMIME BR 6.1.5", rsa(key -> key.getModulus().bitLength() % Byte.SIZE == 0)),
            shall("rsa-exponent", RSA_QUALITY, rsa(KeyRules::oddExponent)),
            should("rsa-exponent-range", RSA_QUALITY, rsa(KeyRules::goodExponent)),
            should("rsa-small-factor", RSA_QUALITY, rsa(key -> !WeakModulus.hasSmallFactor(key.getModulus()))),
            shall("rsa-close-primes", "SMIME BR 6.1.1.3", rsa(key -> !WeakModulus.hasClosePrimes(key.getModulus()))),
            shall("rsa-fingerprint", "SMIME BR 6.1.1.3", rsa(key -> !WeakModulus.isRoca(key.getModulus()))),
            shall("curve-point", RSA_QUALITY, KeyRules::onCurve));

    private KeyRules() {}

    private static boolean knownKind(LintedCertificate one) {
        try {
            return KINDS.contains(
                    HexFormat.of().formatHex(one.key().getAlgorithm().getEncoded("DER")));
        } catch (IOException e) {
            throw new BadEncoding("certificate", e);
        }
    }

    private static Predicate<LintedCertificate> rsa(Predicate<RSAPublicKey> holds) {
        return one -> rsaKey(one.key()).map(holds::test).orElse(true);
    }

    private static Optional<RSAPublicKey> rsaKey(SubjectPublicKeyInfo key) {
        if (!isRsa(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RSAPublicKey.getInstance(key.parsePublicKey()));
        } catch (IOException e) {
            throw new BadEncoding("certificate", e);
        }
    }

    static boolean isRsa(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
    }

    static boolean isCurve(SubjectPublicKeyInfo key) {
        return key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
    }

    private static boolean oddExponent(RSAPublicKey key) {
        BigInteger exponent = key.getPublicExponent();
        return exponent.testBit(0) && exponent.compareTo(LEAST_EXPONENT) >= 0;
    }

    private static boolean goodExponent(RSAPublicKey key) {
        BigInteger exponent = key.getPublicExponent();
        return !oddExponent(key) || (exponent.compareTo(GOOD_EXPONENT) >= 0 && exponent.bitLength() <= EXPONENT_BITS);
    }

    /** Decoding puts the point into the curve's equation; there is no subgroup to fall into on these curves. */
    private static boolean onCurve(LintedCertificate one) {
        if (!isCurve(one.key()) || !knownKind(one)) {
            return true;
        }
        ASN1ObjectIdentifier name =
                ASN1ObjectIdentifier.getInstance(one.key().getAlgorithm().getParameters());
        X9ECParameters curve = CustomNamedCurves.getByOID(name);
        return !curve.getCurve()
                .decodePoint(one.key().getPublicKeyData().getOctets())
                .isInfinity();
    }
}
