package org.sealpost.pki;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;

/**
 * A PKCS #10 request (RFC 2986): the public key with proof that its sender has the private one.
 *
 * @param address the address that the request names
 * @param publicKey the key, already checked: its signature over the request holds
 */
public record SigningRequest(String address, PublicKey publicKey) {
    private static final int LARGEST = 16 * 1024;
    private static final String WHAT = "signing request";

    /** Makes a request, DER. */
    public static byte[] make(Providers providers, String address, KeyPair pair) {
        KeyType type = KeyType.of(pair.getPublic())
                .orElseThrow(() -> new IllegalArgumentException("not a type of key that the product makes"));
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(Names.mailbox(address)));
            return new PKCS10CertificationRequestBuilder(
                            Names.of(new Subject(address)),
                            SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                    .build(new JcaContentSignerBuilder(type.signatureAlgorithm())
                            .setProvider(providers.signature(type.algorithm()))
                            .build(pair.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a request encodes and its key signs", e);
        }
    }

    /**
     * Reads a request and checks its proof of possession.
     *
     * @throws BadEncoding when it is not a request, names no address, or is larger than 16 KB
     * @throws ProofFailed when the signature does not fit, or the key is weaker than the product makes
     */
    public static SigningRequest verify(Providers providers, byte[] der) {
        PKCS10CertificationRequest request = parse(der);
        PublicKey key = providers.publicKey(encoded(request.getSubjectPublicKeyInfo()));
        if (KeyType.of(key).isEmpty()) {
            throw new ProofFailed("weak-key", key.getAlgorithm());
        }
        try {
            boolean fits = request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(providers.signature(key.getAlgorithm()))
                    .build(key));
            if (!fits) {
                throw new ProofFailed("proof-failed");
            }
        } catch (PKCSException | OperatorCreationException e) {
            throw new ProofFailed("proof-failed");
        } catch (IllegalStateException e) {
            throw new BadEncoding(WHAT, e);
        }
        return new SigningRequest(address(request), key);
    }

    private static PKCS10CertificationRequest parse(byte[] der) {
        if (der.length > LARGEST) {
            throw new BadEncoding(WHAT);
        }
        return GuardedParsing.of(
                WHAT,
                () -> new PKCS10CertificationRequest(CertificationRequest.getInstance(Asn1Bounds.parse(der, WHAT))));
    }

    private static Optional<Extension> asked(PKCS10CertificationRequest request, ASN1ObjectIdentifier id) {
        return Optional.ofNullable(request.getRequestedExtensions()).map(extensions -> extensions.getExtension(id));
    }

    /**
     * Whether a request that was {@linkplain #verify verified} names nothing but its address, and leaves the key's use open
     * or asks for signing and taking keys both (RFC 8823 section 3).
     *
     * @throws BadEncoding when what it says of these is broken
     */
    public static boolean fitsPartner(byte[] der) {
        PKCS10CertificationRequest request = parse(der);
        return GuardedParsing.of(WHAT, () -> namesOne(request) && forBothUses(request));
    }

    private static boolean namesOne(PKCS10CertificationRequest request) {
        return asked(request, Extension.subjectAlternativeName)
                .map(names -> GeneralNames.getInstance(names.getParsedValue()))
                .filter(names -> names.getNames().length == 1)
                .isPresent();
    }

    private static boolean forBothUses(PKCS10CertificationRequest request) {
        return asked(request, Extension.keyUsage)
                .map(usage -> KeyUsage.getInstance(usage.getParsedValue()))
                .map(usage -> (usage.hasUsages(KeyUsage.digitalSignature) || usage.hasUsages(KeyUsage.nonRepudiation))
                        && (usage.hasUsages(KeyUsage.keyEncipherment) || usage.hasUsages(KeyUsage.keyAgreement)))
                .orElse(true);
    }

    private static String address(PKCS10CertificationRequest request) {
        return GuardedParsing.of(WHAT, () -> {
            Extension names = asked(request, Extension.subjectAlternativeName).orElse(null);
            List<String> addresses = names == null
                    ? List.of()
                    : Names.addresses(names.getExtnValue().getOctets(), WHAT);
            if (addresses.size() == 1) {
                return addresses.get(0);
            }
            throw new BadEncoding(WHAT);
        });
    }

    private static byte[] encoded(SubjectPublicKeyInfo key) {
        try {
            return key.getEncoded();
        } catch (IOException e) {
            throw new BadEncoding(WHAT, e);
        }
    }
}
