package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sealpost.certification.Voucher.ByCertificate;
import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpRefused;
import org.sealpost.cmp.CmpReply;
import org.sealpost.cmp.RevocationAsk;
import org.sealpost.model.CertificateState;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.MailboxId;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.Serial;
import org.sealpost.pki.RevocationReason;
import org.sealpost.revocation.OwnRevocationService;
import org.sealpost.revocation.Revocation;

/**
 * The owner ends certificates by CMP. One that was replaced ends alone; any other reason concerns the security file with
 * all its keys, so that every certificate of the mailbox ends.
 */
@ApplicationScoped
class CmpRevocation {
    private static final String WORDS = "by the owner's program (CMP)";

    @Inject
    OwnRevocationService revocation;

    @Inject
    SigningCertificates certificates;

    @Inject
    CmpTransactions transactions;

    @Transactional
    byte[] answer(Exchange exchange, ByCertificate voucher, String owner) {
        MailboxId mailbox = voucher.certificate().mailbox();
        transactions.requireNew(exchange.message());
        RevocationAsk ask = single(exchange.message().content().revocations());
        Serial ended = certificates
                .of(mailbox, ask.serial())
                .filter(one -> issuer(exchange, ask))
                .filter(CmpRevocation::notRevoked)
                .map(IssuedCertificate::serial)
                .orElseThrow(() -> new CmpRefused(CmpFailure.BAD_CERT_ID, "cmp-old-certificate"));
        if (ask.reason() == RevocationReason.SUPERSEDED.code()) {
            revocation.revokeReplaced(ended, owner);
        } else {
            revocation.revoke(mailbox, new Revocation(cause(ask.reason()), Optional.empty(), WORDS), owner);
        }
        CmpReply reply = exchange.reply();
        transactions.begin(exchange, voucher, List.of(), reply);
        return reply.protect(exchange.signer());
    }

    private static boolean notRevoked(IssuedCertificate certificate) {
        if (certificate.state() == CertificateState.REVOKED) {
            throw new CmpRefused(CmpFailure.CERT_REVOKED, "cmp-revoked");
        }
        return true;
    }

    private static RevocationAsk single(List<RevocationAsk> asks) {
        if (asks.size() != 1) {
            throw new CmpRefused(CmpFailure.BAD_REQUEST, "cmp-too-many", 1);
        }
        return asks.get(0);
    }

    private static boolean issuer(Exchange exchange, RevocationAsk ask) {
        return Arrays.equals(
                ask.issuer(),
                exchange.signer().authority().getSubjectX500Principal().getEncoded());
    }

    /** A key that may be in other hands, or anything that leaves the question open, is the graver of the two. */
    private static RevocationCause cause(int reason) {
        return reason == RevocationReason.CESSATION_OF_OPERATION.code()
                        || reason == RevocationReason.AFFILIATION_CHANGED.code()
                ? RevocationCause.LEFT
                : RevocationCause.COMPROMISED;
    }
}
