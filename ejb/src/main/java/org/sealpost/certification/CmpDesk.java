package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.certification.Voucher.ByCertificate;
import org.sealpost.certification.Voucher.ByToken;
import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpKind;
import org.sealpost.cmp.CmpMessage;
import org.sealpost.cmp.CmpProtection;
import org.sealpost.cmp.CmpRefused;
import org.sealpost.model.Act;
import org.sealpost.protocol.SealpostException;

/**
 * Answers messages: finds out what vouches for one, has it served, and turns a refusal into an answer that is protected
 * by what vouches, or else signed by the Key Manager. Every refusal of more than a question is recorded.
 */
@ApplicationScoped
class CmpDesk {
    private static final int NONCE_LENGTH = 16;

    @Inject
    MessageSigner signer;

    @Inject
    Vouchers vouchers;

    @Inject
    CmpEnrolment enrolment;

    @Inject
    CmpRenewal renewal;

    @Inject
    CmpRevocation revocation;

    @Inject
    CmpTransactions transactions;

    @Inject
    Published published;

    @Inject
    Mailboxes mailboxes;

    @Inject
    AuditLog audit;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Answers a message.
     *
     * @param words puts a failure into words
     */
    byte[] answer(byte[] octets, Function<SealpostException, String> words) {
        CmpMessage message = CmpMessage.parse(octets);
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        Exchange exchange = new Exchange(message, signer.current(), nonce, clock.instant());
        try (Voucher voucher = vouchers.of(message)) {
            return served(exchange, voucher, words);
        } catch (SealpostException refusal) {
            record(message, Caller.SYSTEM, refusal);
            return refused(exchange, exchange.signer(), refusal, words);
        }
    }

    private byte[] served(Exchange exchange, Voucher voucher, Function<SealpostException, String> words) {
        try {
            return serve(exchange, voucher);
        } catch (SealpostException refusal) {
            record(exchange.message(), voucher.mailbox().map(String::valueOf).orElse(Caller.SYSTEM), refusal);
            return refused(exchange, voucher.protection(exchange.signer()), refusal, words);
        }
    }

    private byte[] serve(Exchange exchange, Voucher voucher) {
        CmpKind kind = exchange.message().kind();
        return switch (kind) {
            case INITIALIZATION, CERTIFICATION -> enrolment.answer(exchange, token(voucher));
            case KEY_UPDATE -> renewal.answer(exchange, certificate(voucher));
            case REVOCATION -> revocation.answer(exchange, certificate(voucher), owner(voucher));
            case CONFIRMATION -> confirmed(exchange, voucher);
            case ERROR -> abandoned(exchange, voucher);
            case QUESTION -> published.answer(exchange, voucher);
            case OTHER -> throw new CmpRefused(CmpFailure.BAD_REQUEST, "cmp-kind");
        };
    }

    private byte[] confirmed(Exchange exchange, Voucher voucher) {
        transactions.confirm(exchange, voucher, owner(voucher));
        return exchange.reply().protect(voucher.protection(exchange.signer()));
    }

    private byte[] abandoned(Exchange exchange, Voucher voucher) {
        transactions.abandon(exchange.message(), voucher, owner(voucher));
        return exchange.reply().protect(voucher.protection(exchange.signer()));
    }

    private static ByToken token(Voucher voucher) {
        if (voucher instanceof ByToken byToken) {
            return byToken;
        }
        throw new CmpRefused(CmpFailure.NOT_AUTHORIZED, "cmp-token-needed");
    }

    private static ByCertificate certificate(Voucher voucher) {
        if (voucher instanceof ByCertificate byCertificate) {
            return byCertificate;
        }
        throw new CmpRefused(CmpFailure.NOT_AUTHORIZED, "cmp-certificate-needed");
    }

    /** The mailbox's address, which the log names: nobody has logged in. */
    private String owner(Voucher voucher) {
        return mailboxes.entry(voucher.mailbox().orElseThrow()).address();
    }

    private static byte[] refused(
            Exchange exchange,
            CmpProtection protection,
            SealpostException refusal,
            Function<SealpostException, String> words) {
        return exchange.reply().refuse(protection, Failures.of(refusal), words.apply(refusal));
    }

    private void record(CmpMessage message, String subject, SealpostException refusal) {
        if (message.kind() != CmpKind.QUESTION) {
            audit.failure(act(message.kind()), subject, "CMP " + refusal.code() + " " + refusal.arguments());
        }
    }

    private static Act act(CmpKind kind) {
        return switch (kind) {
            case KEY_UPDATE -> Act.PREPARE_RENEWAL;
            case CONFIRMATION, ERROR -> Act.RENEW;
            case REVOCATION -> Act.REVOKE;
            default -> Act.ENROL;
        };
    }
}
