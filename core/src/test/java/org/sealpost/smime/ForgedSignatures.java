package org.sealpost.smime;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Capabilities;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Subject;

/** Changes signed data in the ways of somebody who cannot sign. */
final class ForgedSignatures {

    private ForgedSignatures() {}

    static byte[] withoutCertificates(byte[] cms) throws IOException {
        SignedData signed = read(cms);
        return write(signed, null, signed.getSignerInfos());
    }

    static byte[] withCertificates(byte[] cms, List<X509Certificate> certificates) throws IOException {
        ASN1EncodableVector all = new ASN1EncodableVector();
        try {
            for (X509Certificate certificate : certificates) {
                all.add(Certificate.getInstance(certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        SignedData signed = read(cms);
        return write(signed, new DERSet(all), signed.getSignerInfos());
    }

    /** The same signer a second time, with a signature that does not fit. */
    static byte[] withSecondSignerBroken(byte[] cms) throws IOException {
        SignedData signed = read(cms);
        SignerInfo signer = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        SignerInfo broken = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                new DEROctetString(new byte[70]),
                null);
        ASN1EncodableVector both = new ASN1EncodableVector();
        both.add(signer);
        both.add(broken);
        return write(signed, signed.getCertificates(), new DERSet(both));
    }

    static byte[] withManySigners(byte[] cms, int count) throws IOException {
        SignedData signed = read(cms);
        ASN1EncodableVector many = new ASN1EncodableVector();
        for (int i = 0; i < count; i++) {
            many.add(signed.getSignerInfos().getObjectAt(0));
        }
        return write(signed, signed.getCertificates(), new DERSet(many));
    }

    /** Another certificate of the same authority with the same number, name and key: another validity. */
    static X509Certificate sameNameAndSerial(CertificateAuthority authority, X509Certificate like) {
        return authority.issue(new CertificateOrder(
                CertificateProfile.SIGNING,
                new Subject("alice@corp.example"),
                like.getPublicKey(),
                like.getSerialNumber(),
                Corp.NOW.minusSeconds(60),
                Capabilities.OWN));
    }

    /** Another certificate of the same key under a number of its own. */
    static X509Certificate sameKey(CertificateAuthority authority, X509Certificate like) {
        return authority.issue(new CertificateOrder(
                CertificateProfile.ENCRYPTION,
                new Subject("dave@corp.example"),
                like.getPublicKey(),
                CertificateOrder.newSerial(Corp.RANDOM),
                Corp.NOW.minusSeconds(60),
                Capabilities.OWN));
    }

    private static SignedData read(byte[] cms) {
        return SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
    }

    private static byte[] write(SignedData like, @Nullable ASN1Set certificates, ASN1Set signers) throws IOException {
        SignedData forged =
                new SignedData(like.getDigestAlgorithms(), like.getEncapContentInfo(), certificates, null, signers);
        return new ContentInfo(CMSObjectIdentifiers.signedData, forged).getEncoded(ASN1Encoding.DER);
    }
}
