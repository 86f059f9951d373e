package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/** Takes content keys out of RSA lock boxes without telling whether it went well (RFC 8017 section 7.2.2). */
final class RsaLockBoxReader {

    private final Providers providers;

    RsaLockBoxReader(Providers providers) {
        this.providers = providers;
    }

    SecretBytes open(KeyTransRecipientInfo box, DecryptionKey key, ContentCipher cipher) {
        byte[] encrypted = box.getEncryptedKey().getOctets();
        byte[] madeUp = key.rejectionKey(encrypted, cipher.keyLengths()[0], providers);
        AlgorithmIdentifier algorithm = box.getKeyEncryptionAlgorithm();
        Optional<byte[]> contentKey = algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
                ? oaep(encrypted, parameters(algorithm), key)
                : GuardedDoor.attempt(() -> raw(encrypted, key)).flatMap(PkcsPadding::remove);
        return SecretBytes.taking(
                contentKey.filter(it -> cipher.takesKey(it.length)).orElse(madeUp));
    }

    /** Without the provider's unpadding, whose exceptions and timing tell good padding from bad. */
    private byte[] raw(byte[] encrypted, DecryptionKey key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding", providers.rsaTransport());
        cipher.init(Cipher.DECRYPT_MODE, key.privateKey());
        return cipher.doFinal(encrypted);
    }

    private Optional<byte[]> oaep(byte[] encrypted, OAEPParameterSpec parameters, DecryptionKey key) {
        return GuardedDoor.attempt(() -> {
            byte[] label = ((PSource.PSpecified) parameters.getPSource()).getValue();
            Cipher cipher = Cipher.getInstance(
                    "RSA/ECB/OAEPPadding", label.length == 0 ? providers.rsaTransport() : providers.labelledOaep());
            cipher.init(Cipher.DECRYPT_MODE, key.privateKey(), parameters);
            return cipher.doFinal(encrypted);
        });
    }

    private static OAEPParameterSpec parameters(AlgorithmIdentifier algorithm) {
        RSAESOAEPparams parameters = RSAESOAEPparams.getInstance(algorithm.getParameters());
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        String maskDigest = digest(AlgorithmIdentifier.getInstance(mask.getParameters()));
        byte[] label = label(parameters.getPSourceAlgorithm());
        return new OAEPParameterSpec(
                digest(parameters.getHashAlgorithm()),
                "MGF1",
                new MGF1ParameterSpec(maskDigest),
                new PSource.PSpecified(label));
    }

    /** The label, which RFC 4055 section 4.1 lets stand in the message itself and nowhere else. */
    private static byte[] label(AlgorithmIdentifier source) {
        if (!source.getAlgorithm().equals(PKCSObjectIdentifiers.id_pSpecified)) {
            throw new UnknownFormat(source.getAlgorithm().getId());
        }
        return ASN1OctetString.getInstance(source.getParameters()).getOctets();
    }

    private static String digest(AlgorithmIdentifier algorithm) {
        return DigestAlgorithm.find(algorithm.getAlgorithm())
                .orElseThrow(() -> new UnknownFormat(algorithm.getAlgorithm().getId()))
                .standardName();
    }
}
