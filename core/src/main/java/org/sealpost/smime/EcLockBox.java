package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/**
 * Content keys wrapped with a key agreed by ephemeral-static ECDH (RFC 5753 section 3.1), derived with SHA-256. All
 * recipients on a curve share the ephemeral key, which saves making one for each.
 */
final class EcLockBox {

    private static final byte[] VERSION_3 = {Der.INTEGER, 1, 3};

    private final Providers providers;
    private final SecureRandom random;

    EcLockBox(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    byte[] write(NamedCurve curve, List<RecipientKey> recipients, SecretBytes contentKey)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", providers.ellipticCurves());
        generator.initialize(new ECGenParameterSpec(curve.standardName()), random);
        KeyPair ephemeral = generator.generateKeyPair();
        WrapAlgorithm wrap = WrapAlgorithm.forContentKey(contentKey.length());
        byte[][] wrapped = new byte[recipients.size()][];
        for (int i = 0; i < wrapped.length; i++) {
            wrapped[i] = wrapFor(recipients.get(i), ephemeral, wrap, contentKey);
        }
        Keys.destroy(ephemeral.getPrivate());
        AlgorithmIdentifier scheme =
                new AlgorithmIdentifier(SECObjectIdentifiers.dhSinglePass_stdDH_sha256kdf_scheme, wrap.toAsn1());
        return Der.element(
                Der.constructed(1),
                VERSION_3,
                Der.element(Der.constructed(0), originator(ephemeral)),
                Der.encode(scheme),
                Der.element(Der.SEQUENCE, wrapped));
    }

    /** The public key as it stands in a certificate, under the tag [1] instead of SEQUENCE. */
    private static byte[] originator(KeyPair ephemeral) {
        byte[] encoded = ephemeral.getPublic().getEncoded();
        encoded[0] = (byte) Der.constructed(1);
        return encoded;
    }

    private byte[] wrapFor(RecipientKey recipient, KeyPair ephemeral, WrapAlgorithm wrap, SecretBytes contentKey)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", providers.ellipticCurves());
        agreement.init(ephemeral.getPrivate());
        agreement.doPhase(recipient.publicKey(), true);
        byte[] sharedInfo = KeyDerivation.sharedInfo(wrap.toAsn1(), wrap.keyLength(), new byte[0]);
        try (SecretBytes wrappingKey =
                KeyDerivation.derive("SHA-256", agreement.generateSecret(), sharedInfo, wrap.keyLength(), providers)) {
            Cipher cipher = Cipher.getInstance(wrap.transformation(), providers.aesCbc());
            cipher.init(Cipher.WRAP_MODE, wrappingKey.asAesKey());
            byte[] wrapped = cipher.wrap(new SecretKeySpec(contentKey.expose(), "AES"));
            return Der.element(Der.SEQUENCE, recipient.encodedName(), Der.element(Der.OCTET_STRING, wrapped));
        }
    }
}
