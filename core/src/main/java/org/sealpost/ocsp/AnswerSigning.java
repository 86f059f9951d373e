package org.sealpost.ocsp;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.RevokedInfo;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationReason;

/** Writes and signs one answer: a BasicOCSPResponse (RFC 6960 section 4.2.1) that names its signer by its key. */
final class AnswerSigning {
    private final Providers providers;
    private final OwnedKey key;

    AnswerSigning(Providers providers, OwnedKey key) {
        this.providers = providers;
        this.key = key;
    }

    byte[] sign(StatusAnswer answer) {
        try {
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(signerId());
            for (StatusAnswer.Single one : answer.statuses()) {
                builder.addResponse(
                        new CertificateID(one.certificate().structure()),
                        status(one.status()),
                        Date.from(answer.thisUpdate()),
                        Date.from(answer.nextUpdate()),
                        invalidity(one.status()));
            }
            if (answer.nonce().isPresent()) {
                builder.setResponseExtensions(
                        nonce(new DEROctetString(answer.nonce().get())));
            }
            X509CertificateHolder[] chain = {new JcaX509CertificateHolder(key.certificate())};
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, builder.build(signer(), chain, Date.from(answer.thisUpdate())))
                    .getEncoded();
        } catch (OCSPException | IOException | CertificateEncodingException e) {
            throw new IllegalStateException("an answer encodes", e);
        }
    }

    /** By the hash of the key: shorter than by name (RFC 5019 section 2.2.1), and by SHA-1 as the structure has it. */
    private RespID signerId() {
        byte[] hash = CertificateId.digest("SHA-1", CertificateId.keyBits(key.certificate()));
        return new RespID(new ResponderID(new DEROctetString(hash)));
    }

    /** Null is how the structure says good. */
    private static org.bouncycastle.cert.ocsp.@Nullable CertificateStatus status(CertificateStatus status) {
        if (status instanceof CertificateStatus.Revoked revoked) {
            CRLReason reason = revoked.reason() == RevocationReason.UNSPECIFIED
                    ? null
                    : CRLReason.lookup(revoked.reason().code());
            return new RevokedStatus(new RevokedInfo(time(revoked.at()), reason));
        }
        return status instanceof CertificateStatus.Unknown ? new UnknownStatus() : null;
    }

    /** From when on the key may have been in other hands, as a revocation list says it (RFC 6960 section 4.4.5). */
    private static @Nullable Extensions invalidity(CertificateStatus status) throws IOException {
        if (status instanceof CertificateStatus.Revoked revoked
                && revoked.invalidSince().isPresent()) {
            ASN1Encodable since = time(revoked.invalidSince().get());
            return new Extensions(Extension.create(Extension.invalidityDate, false, since));
        }
        return null;
    }

    private static Extensions nonce(DEROctetString nonce) throws IOException {
        return new Extensions(Extension.create(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce));
    }

    private static ASN1GeneralizedTime time(Instant at) {
        return new ASN1GeneralizedTime(Date.from(at));
    }

    private ContentSigner signer() {
        KeyType type = KeyType.of(key.certificate().getPublicKey())
                .orElseThrow(() -> new IllegalStateException("a responder's key is of a type that the product makes"));
        try {
            return new JcaContentSignerBuilder(type.signatureAlgorithm())
                    .setProvider(providers.signature(type.algorithm()))
                    .build(key.privateKey());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(type + " does not sign", e);
        }
    }
}
