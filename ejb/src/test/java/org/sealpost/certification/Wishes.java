package org.sealpost.certification;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.AttributeTypeAndValue;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertRequest;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.crmf.Controls;
import org.bouncycastle.asn1.crmf.POPOSigningKey;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Providers;

/** What somebody else’s program asks for and says. */
final class Wishes {
    private Wishes() {}

    /** A wish for a certificate for its own key. */
    static CertReqMsg own(int id, KeyPair pair, String address) throws IOException {
        return own(id, pair, address, null);
    }

    /** A wish for a certificate for its own key that follows an older one. */
    static CertReqMsg own(int id, KeyPair pair, X509Certificate older) throws IOException {
        return own(id, pair, "", controls(older));
    }

    private static CertReqMsg own(int id, KeyPair pair, String address, @Nullable Controls controls)
            throws IOException {
        CertTemplateBuilder template = template(address)
                .setSubject(Program.SOMEBODY)
                .setPublicKey(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        CertRequest request = new CertRequest(id, template.build(), controls);
        ContentSigner signer = signer(pair);
        signer.getOutputStream().write(request.getEncoded("DER"));
        POPOSigningKey proof =
                new POPOSigningKey(null, signer.getAlgorithmIdentifier(), new DERBitString(signer.getSignature()));
        return new CertReqMsg(request, new ProofOfPossession(proof), null);
    }

    /** A wish for a pair that the other side makes. */
    static CertReqMsg made(int id) {
        return new CertReqMsg(
                new CertRequest(
                        id,
                        new CertTemplateBuilder().setSubject(Program.SOMEBODY).build(),
                        null),
                null,
                null);
    }

    /** A wish for a pair that the other side makes, which follows an older one. */
    static CertReqMsg made(int id, X509Certificate older) {
        CertTemplate template =
                new CertTemplateBuilder().setSubject(Program.SOMEBODY).build();
        return new CertReqMsg(new CertRequest(id, template, controls(older)), null, null);
    }

    private static Controls controls(X509Certificate older) {
        CertId id = new CertId(
                new GeneralName(
                        X500Name.getInstance(older.getIssuerX500Principal().getEncoded())),
                older.getSerialNumber());
        return new Controls(new AttributeTypeAndValue(CMPObjectIdentifiers.regCtrl_oldCertID, id));
    }

    private static CertTemplateBuilder template(String address) throws IOException {
        CertTemplateBuilder template = new CertTemplateBuilder();
        if (!address.isEmpty()) {
            ExtensionsGenerator names = new ExtensionsGenerator();
            names.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
            template.setExtensions(names.generate());
        }
        return template;
    }

    static PKIBody request(int type, CertReqMsg... wishes) {
        return new PKIBody(type, new CertReqMessages(wishes));
    }

    static PKIBody revoke(X509Certificate certificate, int reason) throws IOException {
        CertTemplate template = new CertTemplateBuilder()
                .setIssuer(X500Name.getInstance(
                        certificate.getIssuerX500Principal().getEncoded()))
                .setSerialNumber(new ASN1Integer(certificate.getSerialNumber()))
                .build();
        ExtensionsGenerator details = new ExtensionsGenerator();
        details.addExtension(Extension.reasonCode, false, CRLReason.lookup(reason));
        return new PKIBody(
                PKIBody.TYPE_REVOCATION_REQ, new RevReqContent(new RevDetails(template, details.generate())));
    }

    static PKIBody confirm(X509Certificate certificate, int id, boolean accepted) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        PKIStatusInfo status = new PKIStatusInfo(accepted ? PKIStatus.granted : PKIStatus.rejection);
        CertStatus said = new CertStatus(hash, BigInteger.valueOf(id), status);
        return new PKIBody(PKIBody.TYPE_CERT_CONFIRM, CertConfirmContent.getInstance(new DERSequence(said)));
    }

    static PKIBody ask(InfoTypeAndValue... questions) {
        return new PKIBody(PKIBody.TYPE_GEN_MSG, new GenMsgContent(questions));
    }

    static ContentSigner signer(KeyPair pair) {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(Providers.best().ellipticCurves())
                    .build(pair.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
