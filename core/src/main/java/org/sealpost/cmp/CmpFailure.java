package org.sealpost.cmp;

import org.bouncycastle.asn1.cmp.PKIFailureInfo;

/** Why a request is refused, as its program gets to know it: bits of PKIFailureInfo (RFC 9810 section 5.2.3). */
public enum CmpFailure {
    /** An algorithm is not known or not allowed. */
    BAD_ALG(PKIFailureInfo.badAlg),
    /** The protection does not hold. */
    BAD_MESSAGE_CHECK(PKIFailureInfo.badMessageCheck),
    /** The request is not allowed or not understood. */
    BAD_REQUEST(PKIFailureInfo.badRequest),
    /** The message's time is too far from the server's. */
    BAD_TIME(PKIFailureInfo.badTime),
    /** No certificate of that kind can be found. */
    BAD_CERT_ID(PKIFailureInfo.badCertId),
    /** The message is not what it should be. */
    BAD_DATA_FORMAT(PKIFailureInfo.badDataFormat),
    /** Possession of the private key is not proved. */
    BAD_POP(PKIFailureInfo.badPOP),
    /** The certificate has been revoked. */
    CERT_REVOKED(PKIFailureInfo.certRevoked),
    /** The certificate has been confirmed already. */
    CERT_CONFIRMED(PKIFailureInfo.certConfirmed),
    /** The message answers another one than the last. */
    BAD_RECIPIENT_NONCE(PKIFailureInfo.badRecipientNonce),
    /** The sender's nonce is missing or too short. */
    BAD_SENDER_NONCE(PKIFailureInfo.badSenderNonce),
    /** The certificate that is asked for is none that is issued. */
    BAD_CERT_TEMPLATE(PKIFailureInfo.badCertTemplate),
    /** The certificate that vouches is not in force. */
    SIGNER_NOT_TRUSTED(PKIFailureInfo.signerNotTrusted),
    /** The transaction's name was used before. */
    TRANSACTION_ID_IN_USE(PKIFailureInfo.transactionIdInUse),
    /** A version of the protocol that is not spoken. */
    UNSUPPORTED_VERSION(PKIFailureInfo.unsupportedVersion),
    /** Who asks may not. */
    NOT_AUTHORIZED(PKIFailureInfo.notAuthorized),
    /** Something that is needed does not answer; trying later may succeed. */
    SYSTEM_UNAVAIL(PKIFailureInfo.systemUnavail),
    /** Something failed that nobody foresaw. */
    SYSTEM_FAILURE(PKIFailureInfo.systemFailure);

    private final int bit;

    CmpFailure(int bit) {
        this.bit = bit;
    }

    PKIFailureInfo encoded() {
        return new PKIFailureInfo(bit);
    }
}
