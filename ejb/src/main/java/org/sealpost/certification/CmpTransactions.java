package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.cmp.CmpFailure;
import org.sealpost.cmp.CmpMessage;
import org.sealpost.cmp.CmpRefused;
import org.sealpost.cmp.CmpReply;
import org.sealpost.cmp.Confirmation;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord.Grounds;
import org.sealpost.model.CertificateState;
import org.sealpost.model.CmpTransaction;
import org.sealpost.model.CmpTransaction.Awaited;
import org.sealpost.model.CmpTransactionRepository;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.model.Serial;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.RevocationReason;

/**
 * Where transactions stand: each has a name that works once, and ends with the program's confirmation of what it was
 * given. What is not confirmed in time is given up.
 */
@ApplicationScoped
@Transactional
class CmpTransactions {
    /** How long a program may take to confirm. */
    static final Duration CONFIRMATION = Duration.ofMinutes(30);

    /** How long names are remembered: far longer than a signed message is worth anything. */
    static final Duration REMEMBERED = Duration.ofDays(2);

    @Inject
    CmpTransactionRepository transactions;

    @Inject
    IssuedCertificateRepository certificates;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Whether the name was not used before.
     *
     * @throws CmpRefused when it was
     */
    void requireNew(CmpMessage message) {
        if (transactions.lock(message.transactionId()).isPresent()) {
            throw new CmpRefused(CmpFailure.TRANSACTION_ID_IN_USE, "cmp-transaction-used");
        }
    }

    /**
     * Begins one in the caller's transaction, and says in the answer whether it has to be confirmed.
     *
     * @param given what was issued and is to be confirmed, unless the program asks to be spared that
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void begin(Exchange exchange, Voucher voucher, List<Awaited> given, CmpReply reply) {
        CmpMessage message = exchange.message();
        CmpTransaction begun = new CmpTransaction(
                new CmpTransaction.Origin(
                        message.transactionId(), voucher.mailbox().orElseThrow(), voucher.name()),
                exchange.nonce(),
                exchange.at());
        if (given.stream().anyMatch(one -> certificate(one).state() == CertificateState.REVOKED)) {
            throw new CmpRefused(CmpFailure.CERT_REVOKED, "cmp-revoked");
        }
        if (message.asksForImplicitConfirmation()) {
            given.forEach(one -> certificate(one).confirm());
            reply.implicitlyConfirmed();
        } else if (!given.isEmpty()) {
            Instant until = exchange.at().plus(CONFIRMATION);
            given.stream()
                    .map(this::certificate)
                    .filter(one -> one.state() == CertificateState.ISSUED)
                    .forEach(IssuedCertificate::awaitConfirmation);
            begun.await(given, until);
            reply.confirmBefore(until);
        }
        transactions.add(begun);
    }

    /**
     * The program says what it takes.
     *
     * @param actor whom the log names
     */
    void confirm(Exchange exchange, Voucher voucher, String actor) {
        CmpTransaction open = open(exchange.message(), voucher);
        List<Confirmation> said = exchange.message().content().confirmations();
        if (taken(open.awaited(), said)) {
            open.awaited().forEach(one -> certificate(one).confirm());
            audit.success(actor, Act.RENEW, voucher.mailbox().orElseThrow().value(), serials(open), Grounds.NONE);
        } else {
            giveUp(open, actor);
        }
        open.end();
    }

    /** The program has failed: what it was given is given up. */
    void abandon(CmpMessage message, Voucher voucher, String actor) {
        CmpTransaction open = open(message, voucher);
        giveUp(open, actor);
        open.end();
    }

    private CmpTransaction open(CmpMessage message, Voucher voucher) {
        CmpTransaction found = transactions
                .lock(message.transactionId())
                .filter(one -> one.vouchedBy(voucher.name()))
                .orElseThrow(() -> new CmpRefused(CmpFailure.BAD_REQUEST, "cmp-no-transaction"));
        if (found.confirmBefore().isEmpty()) {
            throw new CmpRefused(CmpFailure.CERT_CONFIRMED, "cmp-confirmed");
        }
        if (!message.answers(found.nonce())) {
            throw new CmpRefused(CmpFailure.BAD_RECIPIENT_NONCE, "cmp-nonce");
        }
        return found;
    }

    /**
     * Whether every certificate is accepted.
     *
     * @throws CmpRefused when it speaks of a certificate that it was not given
     */
    private boolean taken(List<Awaited> awaited, List<Confirmation> said) {
        for (Confirmation one : said) {
            boolean meant = awaited.stream()
                    .filter(given -> given.ask().equals(one.id()))
                    .map(given -> Certificates.parse(certificate(given).encoded()))
                    .anyMatch(one::means);
            if (!meant) {
                throw new CmpRefused(CmpFailure.BAD_CERT_ID, "cmp-other-certificate");
            }
        }
        return awaited.stream()
                .allMatch(given -> said.stream().anyMatch(one -> one.id().equals(given.ask()) && one.accepted()));
    }

    private IssuedCertificate certificate(Awaited awaited) {
        return certificates.bySerial(awaited.serial()).orElseThrow();
    }

    private void giveUp(CmpTransaction open, String actor) {
        open.awaited().stream()
                .map(this::certificate)
                .filter(one -> one.state() == CertificateState.PREPARED)
                .forEach(one -> one.revoke(RevocationReason.SUPERSEDED, clock.instant(), Optional.empty()));
        audit.success(actor, Act.ABANDON_RENEWAL, open.mailbox().value(), serials(open), Grounds.NONE);
    }

    /** Gives up what was not confirmed in time, at most {@code limit} transactions. @return how many */
    int giveUpOverdue(int limit) {
        List<CmpTransaction> due = transactions.due(clock.instant(), limit);
        due.forEach(one -> {
            giveUp(one, Caller.SYSTEM);
            one.end();
        });
        return due.size();
    }

    /** Forgets names that nothing depends on any more. */
    void forget() {
        transactions.forgetBefore(clock.instant().minus(REMEMBERED));
    }

    private static String serials(CmpTransaction open) {
        return open.awaited().stream().map(Awaited::serial).map(Serial::value).collect(Collectors.joining(", "));
    }
}
