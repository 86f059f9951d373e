package org.sealpost.lint;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.sealpost.crypto.Asn1Bounds;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.GuardedParsing;

/**
 * A certificate as its rules see it. Taken apart by hand, because a parser for certificates refuses some of what the
 * rules are there to name.
 *
 * @param version as people count it: 1 to 3
 * @param inside the signature's algorithm in the signed part
 * @param outside the signature's algorithm beside the signature
 * @param notBefore a time, or whatever stands in its place
 * @param notAfter a time, or whatever stands in its place
 * @param uniqueIds whether it has an issuerUniqueID or a subjectUniqueID
 */
record LintedCertificate(
        int version,
        BigInteger serial,
        AlgorithmIdentifier inside,
        AlgorithmIdentifier outside,
        X500Name issuer,
        ASN1Primitive notBefore,
        ASN1Primitive notAfter,
        X500Name subject,
        SubjectPublicKeyInfo key,
        boolean uniqueIds,
        List<Extension> extensions) {
    private static final String WHAT = "certificate";
    private static final int LARGEST = 64 * 1024;
    private static final int FIXED_FIELDS = 6;
    private static final int EXTENSIONS_TAG = 3;

    LintedCertificate {
        extensions = List.copyOf(extensions);
    }

    /** @throws BadEncoding when it is no certificate at all */
    static LintedCertificate parse(byte[] der) {
        if (der.length > LARGEST) {
            throw new BadEncoding(WHAT);
        }
        return GuardedParsing.of(WHAT, () -> {
            ASN1Sequence whole = ASN1Sequence.getInstance(Asn1Bounds.parse(der, WHAT));
            return of(ASN1Sequence.getInstance(whole.getObjectAt(0)), whole.getObjectAt(1));
        });
    }

    private static LintedCertificate of(ASN1Sequence signed, ASN1Encodable outside) {
        int first = signed.getObjectAt(0) instanceof ASN1TaggedObject ? 1 : 0;
        List<ASN1TaggedObject> last = Arrays.stream(signed.toArray())
                .skip(first + FIXED_FIELDS)
                .map(ASN1TaggedObject::getInstance)
                .toList();
        ASN1Sequence validity = ASN1Sequence.getInstance(signed.getObjectAt(first + 3));
        return new LintedCertificate(
                first == 0 ? 1 : version((ASN1TaggedObject) signed.getObjectAt(0)),
                ASN1Integer.getInstance(signed.getObjectAt(first)).getValue(),
                AlgorithmIdentifier.getInstance(signed.getObjectAt(first + 1)),
                AlgorithmIdentifier.getInstance(outside),
                X500Name.getInstance(signed.getObjectAt(first + 2)),
                validity.getObjectAt(0).toASN1Primitive(),
                validity.getObjectAt(1).toASN1Primitive(),
                X500Name.getInstance(signed.getObjectAt(first + 4)),
                SubjectPublicKeyInfo.getInstance(signed.getObjectAt(first + 5)),
                last.stream().anyMatch(one -> one.getTagNo() != EXTENSIONS_TAG),
                extensions(last));
    }

    private static int version(ASN1TaggedObject tagged) {
        return ASN1Integer.getInstance(tagged, true).intValueExact() + 1;
    }

    private static List<Extension> extensions(List<ASN1TaggedObject> last) {
        List<Extension> extensions = new ArrayList<>();
        last.stream()
                .filter(one -> one.getTagNo() == EXTENSIONS_TAG)
                .flatMap(
                        one -> Arrays.stream(ASN1Sequence.getInstance(one, true).toArray()))
                .forEach(one -> extensions.add(Extension.getInstance(one)));
        return extensions;
    }

    Optional<Extension> extension(ASN1ObjectIdentifier id) {
        return extensions.stream().filter(one -> one.getExtnId().equals(id)).findFirst();
    }

    boolean has(ASN1ObjectIdentifier id) {
        return extension(id).isPresent();
    }

    /** Whether it is there and critical. */
    boolean critical(ASN1ObjectIdentifier id) {
        return extension(id).filter(Extension::isCritical).isPresent();
    }

    /**
     * The value of an extension.
     *
     * @throws BadEncoding when it is no ASN.1
     */
    <T> Optional<T> value(ASN1ObjectIdentifier id, Function<ASN1Primitive, T> read) {
        return extension(id)
                .map(one -> Asn1Bounds.parse(one.getExtnValue().getOctets(), WHAT))
                .map(read);
    }

    /** Whether the value of an extension, if it is there, is as it must be. */
    <T> boolean ifHas(ASN1ObjectIdentifier id, Function<ASN1Primitive, T> read, Function<T, Boolean> holds) {
        return value(id, read).map(holds).orElse(true);
    }
}
