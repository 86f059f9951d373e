package org.sealpost.cmp;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.cmp.CMPCertificate;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.CertOrEncCert;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.CertifiedKeyPair;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.GenRepContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIConfirmContent;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.cmp.PKIHeaderBuilder;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevRepContentBuilder;
import org.bouncycastle.asn1.crmf.EncryptedKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;
import org.jspecify.annotations.Nullable;
import org.sealpost.pki.OwnedKey;

/** The answer to one message. */
public final class CmpReply {
    private static final int VERSION_WITH_ENVELOPES = 3;

    private final CmpMessage request;
    private final Terms terms;
    private final List<CertResponse> certificates = new ArrayList<>();
    private final List<InfoTypeAndValue> infos = new ArrayList<>();
    private boolean implicit;
    private @Nullable Instant confirmBefore;

    /**
     * What every answer says of itself.
     *
     * @param sender certificate of whoever answers
     * @param authority certificate of the authority
     * @param nonce {@value CmpMessage#NONCE_LENGTH} random bytes that the next message has to repeat
     * @param at when it is made
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Terms(X509Certificate sender, X509Certificate authority, byte[] nonce, Instant at) {}

    public CmpReply(CmpMessage request, Terms terms) {
        this.request = request;
        this.terms = terms;
    }

    /** Nothing needs to be confirmed. */
    public CmpReply implicitlyConfirmed() {
        implicit = true;
        return this;
    }

    /** What is given counts only when it is confirmed until then. */
    public CmpReply confirmBefore(Instant instant) {
        confirmBefore = instant;
        return this;
    }

    /** Gives a certificate for the program's own key; names in it may differ from those asked for. */
    public CmpReply give(BigInteger id, X509Certificate certificate) {
        return give(id, new CertifiedKeyPair(new CertOrEncCert(encoded(certificate))));
    }

    /** Gives a certificate with the private key, sealed to the secret that protected the request. */
    public CmpReply give(BigInteger id, OwnedKey key, KeyEnvelope envelope, CmpMac secret) {
        return give(id, pair(key, envelope.sealTo(secret, key)));
    }

    /** Gives a certificate with the private key, sealed to the owner's encryption certificate of before. */
    public CmpReply give(BigInteger id, OwnedKey key, KeyEnvelope envelope, X509Certificate recipient) {
        return give(id, pair(key, envelope.sealTo(recipient, key)));
    }

    private static CertifiedKeyPair pair(OwnedKey key, KeyEnvelope.SealedKey sealed) {
        return new CertifiedKeyPair(
                new CertOrEncCert(encoded(key.certificate())), new EncryptedKey(sealed.envelope()), null);
    }

    private CmpReply give(BigInteger id, CertifiedKeyPair pair) {
        PKIStatusInfo status = new PKIStatusInfo(PKIStatus.grantedWithMods);
        certificates.add(new CertResponse(new ASN1Integer(id), status, pair, null));
        return this;
    }

    /** Answers a question with certificates. */
    public CmpReply tell(CmpQuestion question, List<X509Certificate> answer) {
        ASN1Encodable[] all = answer.stream().map(CmpReply::encoded).toArray(ASN1Encodable[]::new);
        infos.add(new InfoTypeAndValue(question.answer(), new DERSequence(all)));
        return this;
    }

    /** Answers a question with a revocation list, DER. */
    public CmpReply tell(CmpQuestion question, byte[] list) {
        CertificateList encoded = CertificateList.getInstance(list);
        infos.add(new InfoTypeAndValue(
                question.answer(), question == CmpQuestion.NEWER_LIST ? new DERSequence(encoded) : encoded));
        return this;
    }

    /** Answers a question by saying that there is nothing new. */
    public CmpReply tellNothing(CmpQuestion question) {
        infos.add(new InfoTypeAndValue(question.answer()));
        return this;
    }

    /** Protected and encoded, DER. */
    public byte[] protect(CmpProtection protection) {
        return protect(protection, body(protection instanceof CmpMac));
    }

    private PKIBody body(boolean authorityToo) {
        CmpKind kind = request.kind();
        if (kind.asksForCertificates()) {
            CMPCertificate[] authorities = {encoded(terms.authority())};
            return new PKIBody(
                    kind.reply(),
                    new CertRepMessage(authorityToo ? authorities : null, certificates.toArray(CertResponse[]::new)));
        }
        if (kind == CmpKind.QUESTION) {
            return new PKIBody(kind.reply(), new GenRepContent(infos.toArray(InfoTypeAndValue[]::new)));
        }
        if (kind == CmpKind.REVOCATION) {
            PKIStatusInfo done = new PKIStatusInfo(PKIStatus.granted);
            return new PKIBody(
                    kind.reply(), new RevRepContentBuilder().add(done).build());
        }
        return new PKIBody(PKIBody.TYPE_CONFIRM, new PKIConfirmContent());
    }

    /** A refusal, protected and encoded. */
    public byte[] refuse(CmpProtection protection, CmpFailure failure, String text) {
        return protect(protection, refusal(failure, text));
    }

    /**
     * A refusal without protection, for when nothing is there to protect it with.
     *
     * @param sender DER of the answering authority's name
     */
    public static byte[] refuse(CmpMessage request, byte[] sender, CmpFailure failure, String text) {
        PKIHeader asked = request.header();
        PKIHeaderBuilder header = new PKIHeaderBuilder(
                asked.getPvno().intValueExact(), new GeneralName(X500Name.getInstance(sender)), asked.getSender());
        header.setTransactionID(asked.getTransactionID());
        header.setRecipNonce(asked.getSenderNonce());
        return CmpMessage.encoded(new PKIMessage(header.build(), refusal(failure, text)));
    }

    private static PKIBody refusal(CmpFailure failure, String text) {
        return new PKIBody(
                PKIBody.TYPE_ERROR,
                new ErrorMsgContent(new PKIStatusInfo(PKIStatus.rejection, new PKIFreeText(text), failure.encoded())));
    }

    private byte[] protect(CmpProtection protection, PKIBody body) {
        PKIHeader asked = request.header();
        ProtectedPKIMessageBuilder builder = new ProtectedPKIMessageBuilder(version(asked), sender(), asked.getSender())
                .setTransactionID(asked.getTransactionID().getOctets())
                .setSenderNonce(terms.nonce())
                .setRecipNonce(request.senderNonce())
                .setMessageTime(Date.from(terms.at()))
                .setBody(body);
        if (protection instanceof CmpMac && asked.getSenderKID() != null) {
            builder.setSenderKID(asked.getSenderKID().getOctets());
        }
        if (implicit) {
            builder.addGeneralInfo(new InfoTypeAndValue(CMPObjectIdentifiers.it_implicitConfirm, DERNull.INSTANCE));
        }
        Optional.ofNullable(confirmBefore)
                .ifPresent(until -> builder.addGeneralInfo(new InfoTypeAndValue(
                        CMPObjectIdentifiers.it_confirmWaitTime, new DERGeneralizedTime(Date.from(until)))));
        try {
            return CmpMessage.encoded(protection.protect(builder).toASN1Structure());
        } catch (CMPException e) {
            throw new IllegalStateException("an answer can be protected", e);
        }
    }

    private int version(PKIHeader asked) {
        boolean envelopes =
                certificates.stream().anyMatch(one -> one.getCertifiedKeyPair().getPrivateKey() != null);
        return envelopes ? VERSION_WITH_ENVELOPES : asked.getPvno().intValueExact();
    }

    private GeneralName sender() {
        return new GeneralName(
                X500Name.getInstance(terms.sender().getSubjectX500Principal().getEncoded()));
    }

    private static CMPCertificate encoded(X509Certificate certificate) {
        return new CMPCertificate(CmpSigner.holder(certificate).toASN1Structure());
    }
}
