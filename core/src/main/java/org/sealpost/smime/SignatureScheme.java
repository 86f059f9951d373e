package org.sealpost.smime;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.sealpost.crypto.Providers;

/**
 * A way of signing, as the platform names it.
 *
 * @param name of the algorithm
 * @param parameters of RSA-PSS, else empty
 * @param weak whether its digest is
 */
record SignatureScheme(String name, Optional<AlgorithmParameterSpec> parameters, boolean weak) {

    private static final Map<ASN1ObjectIdentifier, String> COMPLETE = Map.ofEntries(
            Map.entry(PKCSObjectIdentifiers.md5WithRSAEncryption, "MD5withRSA"),
            Map.entry(PKCSObjectIdentifiers.sha1WithRSAEncryption, "SHA1withRSA"),
            Map.entry(PKCSObjectIdentifiers.sha224WithRSAEncryption, "SHA224withRSA"),
            Map.entry(PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA"),
            Map.entry(PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA"),
            Map.entry(PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA"),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA1, "SHA1withECDSA"),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA224, "SHA224withECDSA"),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA"),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA"),
            Map.entry(X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA"),
            Map.entry(EdECObjectIdentifiers.id_Ed25519, "Ed25519"),
            Map.entry(EdECObjectIdentifiers.id_Ed448, "Ed448"));

    /** The scheme that a signature names; empty when it is unknown. */
    static Optional<SignatureScheme> find(AlgorithmIdentifier identifier, DigestAlgorithm digest) {
        ASN1ObjectIdentifier algorithm = identifier.getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(plain(digest.nameInSignatures() + "withRSA", digest));
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return Optional.of(plain(digest.nameInSignatures() + "withECDSA", digest));
        }
        if (algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return pss(RSASSAPSSparams.getInstance(identifier.getParameters()));
        }
        return Optional.ofNullable(COMPLETE.get(algorithm)).map(name -> plain(name, digest));
    }

    /** Whether the signature is by this key over these bytes. A foreign key object would cost twice the time. */
    boolean verify(PublicKey key, byte[] signed, byte[] signature, Providers providers)
            throws GeneralSecurityException {
        Signature verification = start(providers.signature(key.getAlgorithm()), providers);
        if (parameters.isPresent()) {
            verification.setParameter(parameters.get());
        }
        verification.initVerify(providers.adopt(key));
        verification.update(signed);
        return verification.verify(signature);
    }

    /** The fastest provider leaves out what only old signatures use. */
    private Signature start(Provider fastest, Providers providers) throws GeneralSecurityException {
        try {
            return Signature.getInstance(name, fastest);
        } catch (NoSuchAlgorithmException e) {
            return Signature.getInstance(name, providers.bouncyCastle());
        }
    }

    private static SignatureScheme plain(String name, DigestAlgorithm digest) {
        boolean weak = digest.weak() || name.startsWith("SHA1") || name.startsWith("MD5");
        return new SignatureScheme(name, Optional.empty(), weak);
    }

    private static Optional<SignatureScheme> pss(RSASSAPSSparams parameters) {
        AlgorithmIdentifier maskDigest =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        return DigestAlgorithm.find(parameters.getHashAlgorithm().getAlgorithm())
                .flatMap(digest -> DigestAlgorithm.find(maskDigest.getAlgorithm())
                        .map(mask -> new SignatureScheme(
                                "RSASSA-PSS",
                                Optional.of(new PSSParameterSpec(
                                        digest.standardName(),
                                        "MGF1",
                                        new MGF1ParameterSpec(mask.standardName()),
                                        parameters.getSaltLength().intValueExact(),
                                        PSSParameterSpec.TRAILER_FIELD_BC)),
                                digest.weak())));
    }
}
