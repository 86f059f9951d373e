package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;

/**
 * Content keys encrypted with RSA: OAEP with SHA-256 for recipients known to read it (RFC 3560), else PKCS #1 v1.5,
 * which every S/MIME program reads.
 */
final class RsaLockBox {

    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};
    private static final byte[] PKCS_1 =
            Der.encode(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
    private static final byte[] OAEP = Der.encode(oaepIdentifier());
    private static final OAEPParameterSpec OAEP_PARAMETERS =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final Providers providers;
    private final SecureRandom random;

    RsaLockBox(Providers providers, SecureRandom random) {
        this.providers = providers;
        this.random = random;
    }

    byte[] write(RecipientKey recipient, SecretBytes contentKey) throws GeneralSecurityException {
        boolean oaep = recipient.capabilities().oaep();
        Cipher cipher =
                Cipher.getInstance(oaep ? "RSA/ECB/OAEPPadding" : "RSA/ECB/PKCS1Padding", providers.rsaTransport());
        if (oaep) {
            cipher.init(Cipher.ENCRYPT_MODE, recipient.publicKey(), OAEP_PARAMETERS, random);
        } else {
            cipher.init(Cipher.ENCRYPT_MODE, recipient.publicKey(), random);
        }
        return Der.element(
                Der.SEQUENCE,
                VERSION_0,
                recipient.encodedName(),
                oaep ? OAEP : PKCS_1,
                Der.element(Der.OCTET_STRING, cipher.doFinal(contentKey.expose())));
    }

    private static AlgorithmIdentifier oaepIdentifier() {
        AlgorithmIdentifier digest = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        AlgorithmIdentifier mask = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, digest);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSAES_OAEP,
                new RSAESOAEPparams(digest, mask, RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
    }
}
