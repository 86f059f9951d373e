package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.sealpost.crypto.Providers;

/**
 * Writes SignedData (RFC 5652 section 5) with one signer and SHA-256. The signature is made before anything is written,
 * so that every length is known.
 */
final class SignedDataWriter {

    private static final byte[] VERSION_1 = {Der.INTEGER, 1, 1};
    private static final byte[] SHA_256 = Der.encode(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    private static final byte[] RSA_SHA_256 =
            Der.encode(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE));
    private static final byte[] ECDSA_SHA_256 =
            Der.encode(new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256));
    private static final byte[] DATA = Der.encode(CMSObjectIdentifiers.data);
    private static final byte[] SIGNED_DATA = Der.encode(CMSObjectIdentifiers.signedData);

    private final Providers providers;

    SignedDataWriter(Providers providers) {
        this.providers = providers;
    }

    /** What stands around a signed content of that length. */
    Frame around(long contentLength, byte[] digest, SigningKey key, Instant at) {
        Frame content = Frame.around(contentLength)
                .within(Der.OCTET_STRING)
                .within(Der.constructed(0))
                .precededBy(DATA)
                .within(Der.SEQUENCE);
        return finish(content, digest, key, at);
    }

    /** A signature that stands apart from the content. */
    byte[] detached(byte[] digest, SigningKey key, Instant at) {
        Frame nothing = Frame.around(0).precededBy(DATA).within(Der.SEQUENCE);
        Frame signed = finish(nothing, digest, key, at);
        return Der.join(signed.before(), signed.after());
    }

    private Frame finish(Frame content, byte[] digest, SigningKey key, Instant at) {
        return content.precededBy(VERSION_1, Der.element(Der.SET, SHA_256))
                .followedBy(key.signer().certificates(), Der.element(Der.SET, signerInfo(digest, key, at)))
                .within(Der.SEQUENCE)
                .within(Der.constructed(0))
                .precededBy(SIGNED_DATA)
                .within(Der.SEQUENCE);
    }

    private byte[] signerInfo(byte[] digest, SigningKey key, Instant at) {
        byte[] attributes = key.signer()
                .attributes(
                        Der.element(
                                Der.SEQUENCE,
                                Der.encode(CMSAttributes.messageDigest),
                                Der.element(Der.SET, Der.element(Der.OCTET_STRING, digest))),
                        Der.element(
                                Der.SEQUENCE,
                                Der.encode(CMSAttributes.signingTime),
                                Der.element(Der.SET, SigningTime.encode(at))));
        byte[] signature = sign(attributes, key);
        // signed as a SET OF, written under the tag [0] (RFC 5652 section 5.4)
        attributes[0] = (byte) Der.constructed(0);
        return Der.element(
                Der.SEQUENCE,
                VERSION_1,
                key.signer().name(),
                SHA_256,
                attributes,
                isRsa(key) ? RSA_SHA_256 : ECDSA_SHA_256,
                Der.element(Der.OCTET_STRING, signature));
    }

    private byte[] sign(byte[] attributes, SigningKey key) {
        try {
            Signature signature = Signature.getInstance(
                    isRsa(key) ? "SHA256withRSA" : "SHA256withECDSA",
                    providers.signature(key.privateKey().getAlgorithm()));
            signature.initSign(key.privateKey());
            signature.update(attributes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing", e);
        }
    }

    private static boolean isRsa(SigningKey key) {
        return key.privateKey().getAlgorithm().equals("RSA");
    }
}
