package org.sealpost.smime;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/**
 * Finds the lock box of one of our keys and takes the content key out. When that fails, a content key is made up and
 * the failure shows in the content only, like that of a wrong content.
 */
final class LockBoxOpener {

    private final RsaLockBoxReader rsa;
    private final EcLockBoxReader ec;

    LockBoxOpener(Providers providers) {
        rsa = new RsaLockBoxReader(providers);
        ec = new EcLockBoxReader(providers);
    }

    /** @throws NoKeyForMessage when no box is for any of the keys */
    SecretBytes open(List<byte[]> boxes, List<DecryptionKey> keys, ContentCipher cipher) {
        for (byte[] encoded : boxes) {
            Optional<SecretBytes> contentKey = GuardedDoor.parse(
                    "recipient",
                    () -> tryOne(
                            RecipientInfo.getInstance(ASN1Primitive.fromByteArray(encoded))
                                    .getInfo(),
                            keys,
                            cipher));
            if (contentKey.isPresent()) {
                return contentKey.get();
            }
        }
        throw new NoKeyForMessage();
    }

    private Optional<SecretBytes> tryOne(ASN1Encodable box, List<DecryptionKey> keys, ContentCipher cipher) {
        if (box instanceof KeyTransRecipientInfo transport) {
            return find(transport.getRecipientIdentifier().getId(), keys).map(key -> rsa.open(transport, key, cipher));
        }
        if (box instanceof KeyAgreeRecipientInfo agreement) {
            for (ASN1Encodable one : agreement.getRecipientEncryptedKeys()) {
                RecipientEncryptedKey entry = RecipientEncryptedKey.getInstance(one);
                Optional<DecryptionKey> key = find(name(entry), keys);
                if (key.isPresent()) {
                    return Optional.of(
                            ec.open(agreement, entry.getEncryptedKey().getOctets(), key.get(), cipher));
                }
            }
        }
        return Optional.empty();
    }

    private static ASN1Encodable name(RecipientEncryptedKey entry) {
        IssuerAndSerialNumber name = entry.getIdentifier().getIssuerAndSerialNumber();
        return name != null ? name : entry.getIdentifier().getRKeyID().getSubjectKeyIdentifier();
    }

    private static Optional<DecryptionKey> find(ASN1Encodable identifier, List<DecryptionKey> keys) {
        return keys.stream()
                .filter(key -> identifier instanceof ASN1OctetString keyIdentifier
                        ? CertificateName.hasKeyIdentifier(key.certificate(), keyIdentifier.getOctets())
                        : key.name().matches(IssuerAndSerialNumber.getInstance(identifier)))
                .findFirst();
    }
}
