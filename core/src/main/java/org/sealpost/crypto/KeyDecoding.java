package org.sealpost.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Makes key objects of the right provider from encoded keys. */
final class KeyDecoding {
    private static final int LARGEST = 16 * 1024;
    private static final String PUBLIC = "public key";
    private static final String PRIVATE = "private key";

    private final Providers providers;

    KeyDecoding(Providers providers) {
        this.providers = providers;
    }

    PublicKey publicKey(byte[] spki) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(parsed(spki, PUBLIC));
            return factory(info.getAlgorithm().getAlgorithm(), PUBLIC).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new BadEncoding(PUBLIC, e);
        }
    }

    PrivateKey privateKey(byte[] pkcs8) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(parsed(pkcs8, PRIVATE));
            return factory(info.getPrivateKeyAlgorithm().getAlgorithm(), PRIVATE)
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new BadEncoding(PRIVATE, e);
        }
    }

    private static Object parsed(byte[] encoded, String what) {
        if (encoded.length > LARGEST) {
            throw new BadEncoding(what);
        }
        return Asn1Bounds.parse(encoded, what);
    }

    private KeyFactory factory(ASN1ObjectIdentifier algorithm, String what) throws GeneralSecurityException {
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return KeyFactory.getInstance("RSA", providers.rsaKeys());
        }
        if (algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return KeyFactory.getInstance("RSASSA-PSS", providers.jdkRsa());
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return KeyFactory.getInstance("EC", providers.ellipticCurves());
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519) || algorithm.equals(EdECObjectIdentifiers.id_Ed448)) {
            return KeyFactory.getInstance("EdDSA", providers.edwardsCurves());
        }
        throw new BadEncoding(what);
    }
}
