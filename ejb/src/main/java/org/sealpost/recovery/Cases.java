package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.enrolment.RecoveryTokens;
import org.sealpost.epf.SecurityFile;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.SealedPackage;
import org.sealpost.model.SealedPackageRepository;
import org.sealpost.model.TokenTerms;
import org.sealpost.protocol.TokenCode;

/** What belongs to a request beside its row; each call is one transaction, or part of the caller's. */
@ApplicationScoped
@Transactional
class Cases {
    /** How long an empty package waits: longer than any request does. */
    static final Duration LONGEST = Duration.ofDays(91);

    @Inject
    ApprovalRepository requests;

    @Inject
    SealedPackageRepository packages;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    MailboxRepository mailboxes;

    @Inject
    RecoveryTokens tokens;

    @Inject
    Handover handover;

    @Inject
    Contributing contributing;

    @Inject
    @Any
    Instance<ApprovedAct> acts;

    @Inject
    Caller caller;

    @Inject
    Hpke hpke;

    @Inject
    Clock clock;

    /**
     * Makes the empty package for a code.
     *
     * @return the mailbox's name in the audit log
     * @throws org.sealpost.model.WrongMailboxState when a recovery is not a right move now
     * @throws NothingInEscrow when there is no key to open
     */
    String prepare(String number, MailboxId id, PackagePurpose purpose, TokenCode code) {
        Mailbox mailbox = purpose == PackagePurpose.RECOVERY
                ? tokens.recoverable(id)
                : mailboxes.byId(id).orElseThrow(() -> new MailboxNotKnown(id));
        if (keys.history(id).isEmpty()) {
            throw new NothingInEscrow(mailbox.address());
        }
        Instant now = clock.instant();
        TokenTerms terms = new TokenTerms(code.hash(), caller.name(), now, now.plus(LONGEST));
        try (SecretBytes seed = SecretBytes.taking(code.seed());
                Hpke.Pair pair = hpke.derive(seed)) {
            packages.add(new SealedPackage(number, id, purpose, terms, pair.publicKey()));
        }
        return mailbox.label();
    }

    /** It was not asked for after all. */
    void discard(String number) {
        packages.byId(number).ifPresent(packages::remove);
    }

    SealedPackage sealedPackage(ApprovalRequest request) {
        return packages.byId(CaseNumber.of(request.terms().payload())).orElseThrow();
    }

    /**
     * An officer contributes to a request; in the transaction of the approval.
     *
     * @param file the officer's own, opened
     */
    void contribute(long id, MailboxId officer, SecurityFile file) {
        ApprovalRequest request = requests.byId(id).orElseThrow();
        switch (request.terms().verb()) {
            case NAME_OFFICERS -> handover.deal(CaseNumber.of(request.terms().payload()), officer, file);
            case RECOVER, RELEASE -> contributing.give(request, officer, file, ofMailbox(request));
            case ESCROW_DRILL, ROTATE_ESCROW_KEY -> tryOut(request, officer, file);
            default ->
                contributing.give(request, officer, file, opening(request).toOpen(request));
        }
    }

    private OpeningAct opening(ApprovalRequest request) {
        return acts.stream()
                .filter(act -> act.verb() == request.terms().verb())
                .filter(OpeningAct.class::isInstance)
                .map(OpeningAct.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no officer contributes to " + request.terms().verb()));
    }

    /** {@link AllKeys} contributes in steps. Who completes the quorum shows here, before the yes counts, to be able to. */
    private void tryOut(ApprovalRequest request, MailboxId officer, SecurityFile file) {
        if (request.state() != ApprovalState.PENDING) {
            contributing.give(request, officer, file, keys.page("", ContributingSteps.EVERY_VERSION, 1));
            contributing.forget();
        }
    }

    /** The keys that a request about a mailbox opens. */
    List<EscrowedKey> ofMailbox(ApprovalRequest request) {
        return keys.history(sealedPackage(request).mailbox());
    }

    /** Whether a request needs contributions: before officers share the key a yes is enough. */
    boolean needContribution() {
        return escrowKeys.shared();
    }
}
