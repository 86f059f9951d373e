package org.sealpost.cmp;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CRLStatus;
import org.bouncycastle.asn1.cmp.CertConfirmContent;
import org.bouncycastle.asn1.cmp.CertStatus;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertId;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.crmf.CRMFException;
import org.bouncycastle.cert.crmf.CertificateRequestMessage;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.sealpost.crypto.GuardedParsing;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.ProofFailed;

/** The body of a message in detail; each list has at most {@value #MOST} entries. */
public final class CmpContent {
    private static final int MOST = 8;

    private final PKIBody body;

    CmpContent(PKIBody body) {
        this.body = body;
    }

    /**
     * The certificates that are asked for, possession of each key proved.
     *
     * @throws ProofFailed when it is not
     */
    public List<CertificateAsk> certificates(Providers providers) {
        return read(() -> {
            CertReqMsg[] all = CertReqMessages.getInstance(body.getContent()).toCertReqMsgArray();
            requireFew(all.length);
            List<CertificateAsk> asks = new ArrayList<>();
            for (CertReqMsg one : all) {
                asks.add(certificate(providers, new CertificateRequestMessage(one)));
            }
            return List.copyOf(asks);
        });
    }

    private static CertificateAsk certificate(Providers providers, CertificateRequestMessage request) {
        CertTemplate template = request.getCertTemplate();
        SubjectPublicKeyInfo key = template.getPublicKey();
        boolean none = key == null || key.getPublicKeyData().getOctets().length == 0;
        Extensions extensions = template.getExtensions();
        Extension names = extensions == null ? null : extensions.getExtension(Extension.subjectAlternativeName);
        ASN1Encodable before = request.getControlValue(CMPObjectIdentifiers.regCtrl_oldCertID);
        return new CertificateAsk(
                request.getCertReqId().getValue(),
                none ? Optional.empty() : Optional.of(proven(providers, request, key)),
                names == null
                        ? List.of()
                        : Certificates.addressesIn(names.getExtnValue().getOctets()),
                Optional.ofNullable(before)
                        .map(id -> CertId.getInstance(id).getSerialNumber().getValue()));
    }

    /** The signature over the wish (RFC 4211 section 4.1) holds, and the key is one that the product certifies. */
    private static PublicKey proven(Providers providers, CertificateRequestMessage request, SubjectPublicKeyInfo spki) {
        PublicKey key = providers.publicKey(CmpMessage.encoded(spki));
        if (KeyType.of(key).isEmpty()) {
            throw ProofFailed.weak(key);
        }
        try {
            boolean fits = request.hasProofOfPossession()
                    && request.getProofOfPossessionType() == CertificateRequestMessage.popSigningKey
                    && !request.hasSigningKeyProofOfPossessionWithPKMAC()
                    && request.isValidSigningKeyPOP(new JcaContentVerifierProviderBuilder()
                            .setProvider(providers.signature(key.getAlgorithm()))
                            .build(key));
            if (fits) {
                return key;
            }
        } catch (CRMFException | OperatorCreationException e) {
            throw ProofFailed.missing(e);
        }
        throw ProofFailed.missing(null);
    }

    /** The certificates whose end is asked for. */
    public List<RevocationAsk> revocations() {
        return read(() -> {
            RevDetails[] all = RevReqContent.getInstance(body.getContent()).toRevDetailsArray();
            requireFew(all.length);
            List<RevocationAsk> asks = new ArrayList<>();
            for (RevDetails one : all) {
                CertTemplate template = one.getCertDetails();
                Extensions details = one.getCrlEntryDetails();
                Extension reason = details == null ? null : details.getExtension(Extension.reasonCode);
                asks.add(new RevocationAsk(
                        template.getSerialNumber().getValue(),
                        CmpMessage.encoded(template.getIssuer()),
                        reason == null
                                ? 0
                                : ASN1Enumerated.getInstance(reason.getParsedValue())
                                        .intValueExact()));
            }
            return List.copyOf(asks);
        });
    }

    /** What is said of the certificates that were given. */
    public List<Confirmation> confirmations() {
        return read(() -> {
            CertStatus[] all = CertConfirmContent.getInstance(body.getContent()).toCertStatusArray();
            requireFew(all.length + 1);
            return Stream.of(all)
                    .map(one -> new Confirmation(
                            one.getCertReqId().getValue(),
                            one.getCertHash().getOctets(),
                            accepted(one.getStatusInfo())))
                    .toList();
        });
    }

    private static boolean accepted(PKIStatusInfo status) {
        return status == null || status.getStatus().compareTo(BigInteger.valueOf(PKIStatus.GRANTED_WITH_MODS)) <= 0;
    }

    /** What everybody may know and is asked for. */
    List<CmpQuestion> questions() {
        return read(() -> Stream.of(infos())
                .flatMap(one -> CmpQuestion.of(one.getInfoType()).stream())
                .toList());
    }

    /** When the revocation list was signed that the program has; empty when it has none. */
    public Optional<Instant> knownListSignedAt() {
        return read(() -> Stream.of(infos())
                .filter(one -> CmpQuestion.of(one.getInfoType())
                        .filter(CmpQuestion.NEWER_LIST::equals)
                        .isPresent())
                .filter(one -> one.getInfoValue() != null)
                .map(one -> CRLStatus.getInstance(
                        ASN1Sequence.getInstance(one.getInfoValue()).getObjectAt(0)))
                .filter(status -> status.getThisUpdate() != null)
                .map(status -> status.getThisUpdate().getDate().toInstant())
                .findFirst());
    }

    private InfoTypeAndValue[] infos() {
        InfoTypeAndValue[] all = GenMsgContent.getInstance(body.getContent()).toInfoTypeAndValueArray();
        requireFew(all.length);
        return all;
    }

    private static void requireFew(int entries) {
        if (entries < 1 || entries > MOST) {
            throw new CmpRefused(CmpFailure.BAD_REQUEST, "cmp-too-many", MOST);
        }
    }

    private static <T> T read(GuardedParsing.Parsing<T> field) {
        return GuardedParsing.of(CmpMessage.WHAT, field);
    }
}
