package org.sealpost.smime;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** Takes content keys out of lock boxes made by ECDH (RFC 5753 section 3.1), without telling whether it went well. */
final class EcLockBoxReader {

    private static final byte[] NOTHING = {};

    private final Providers providers;

    EcLockBoxReader(Providers providers) {
        this.providers = providers;
    }

    SecretBytes open(KeyAgreeRecipientInfo box, byte[] wrapped, DecryptionKey key, ContentCipher cipher) {
        byte[] madeUp = key.rejectionKey(wrapped, cipher.keyLengths()[0], providers);
        AlgorithmIdentifier scheme = box.getKeyEncryptionAlgorithm();
        AlgorithmIdentifier wrapIdentifier = AlgorithmIdentifier.getInstance(scheme.getParameters());
        String digest = KeyDerivation.digest(scheme.getAlgorithm())
                .orElseThrow(() -> new UnknownFormat(scheme.getAlgorithm().getId()));
        WrapAlgorithm wrap = WrapAlgorithm.find(wrapIdentifier.getAlgorithm())
                .orElseThrow(
                        () -> new UnknownFormat(wrapIdentifier.getAlgorithm().getId()));
        ASN1OctetString material = box.getUserKeyingMaterial();
        byte[] sharedInfo = KeyDerivation.sharedInfo(
                wrapIdentifier, wrap.keyLength(), material == null ? NOTHING : material.getOctets());
        Optional<byte[]> contentKey = GuardedDoor.attempt(() -> {
            byte[] secret = agree(box, key);
            try (SecretBytes wrappingKey =
                    KeyDerivation.derive(digest, secret, sharedInfo, wrap.keyLength(), providers)) {
                return unwrap(wrapped, wrap, wrappingKey);
            }
        });
        return SecretBytes.taking(
                contentKey.filter(it -> cipher.takesKey(it.length)).orElse(madeUp));
    }

    private byte[] agree(KeyAgreeRecipientInfo box, DecryptionKey key) throws GeneralSecurityException, IOException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", providers.ellipticCurves());
        agreement.init(key.privateKey());
        agreement.doPhase(originator(box, key), true);
        return agreement.generateSecret();
    }

    /** The originator's key, on the curve of our own: its parameters may be missing (RFC 5753 section 3.1.1). */
    private PublicKey originator(KeyAgreeRecipientInfo box, DecryptionKey key)
            throws GeneralSecurityException, IOException {
        OriginatorPublicKey originator = box.getOriginator().getOriginatorKey();
        if (originator == null) {
            throw new GeneralSecurityException("originator without a key of its own");
        }
        AlgorithmIdentifier ours = SubjectPublicKeyInfo.getInstance(
                        key.certificate().getPublicKey().getEncoded())
                .getAlgorithm();
        byte[] encoded =
                new SubjectPublicKeyInfo(ours, originator.getPublicKeyData().getOctets()).getEncoded();
        return KeyFactory.getInstance("EC", providers.ellipticCurves()).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private byte[] unwrap(byte[] wrapped, WrapAlgorithm wrap, SecretBytes wrappingKey) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(wrap.transformation(), providers.aesCbc());
        cipher.init(Cipher.UNWRAP_MODE, wrappingKey.asAesKey());
        return cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
    }
}
