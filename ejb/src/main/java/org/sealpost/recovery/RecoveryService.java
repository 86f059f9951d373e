package org.sealpost.recovery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Passphrase;
import org.sealpost.enrolment.NoRoamingFile;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.protocol.TokenCode;
import org.sealpost.stepup.StepUp;

/**
 * Asking for keys out of escrow, and agreeing to it. Who asks gets a code at once; it is worth nothing until the officers
 * have agreed, each by opening the own share with the own password for the length of one call.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecoveryService {
    private static final String ESCROW = "Key escrow";

    @Inject
    Approvals approvals;

    @Inject
    Cases cases;

    @Inject
    AllKeys allKeys;

    @Inject
    Rounds rounds;

    @Inject
    OwnMailbox own;

    @Inject
    RoamingService roaming;

    @Inject
    SecurityFileStore securityFiles;

    @Inject
    KeyRing ring;

    @Inject
    SecureRandom random;

    /**
     * Asks for a recovery: the owner gets the key history back by enrolling again with the code as token.
     *
     * @throws org.sealpost.model.WrongMailboxState unless the mailbox is enabled, expired or revoked
     * @throws NothingInEscrow when there is no key to recover
     * @throws org.sealpost.approval.ReasonNeeded and others as {@link Approvals#request}
     */
    @RolesAllowed("mailbox-admin")
    @StepUp
    @Audited(Act.RECOVER)
    public AskedRecovery recover(MailboxId mailbox, String reason, String ticket) {
        return ask(SensitiveVerb.RECOVER, PackagePurpose.RECOVERY, mailbox, reason, ticket);
    }

    /** Asks for a release: whoever holds the code fetches the keys as a file. Throws as {@link #recover}. */
    @RolesAllowed("mailbox-admin")
    @StepUp
    @Audited(Act.RELEASE)
    public AskedRecovery release(MailboxId mailbox, String reason, String ticket) {
        return ask(SensitiveVerb.RELEASE, PackagePurpose.RELEASE, mailbox, reason, ticket);
    }

    /** Asks for a drill that opens every escrowed key once. */
    @RolesAllowed("km-admin")
    @StepUp
    @Audited(Act.ESCROW_DRILL)
    public Requested drill(String reason, String ticket) {
        ring.requireRunning();
        Requested requested = approvals.request(
                SensitiveVerb.ESCROW_DRILL, ESCROW, CaseNumber.payload(CaseNumber.next()), reason, ticket);
        rounds.ifAsked(requested.request(), Giver.NOBODY);
        return requested;
    }

    /**
     * Asks for a new escrow key.
     *
     * @throws NoOfficersYet before recovery officers were named
     */
    @RolesAllowed("km-admin")
    @StepUp
    @Audited(Act.ROTATE_ESCROW_KEY)
    public Requested rotate(String reason, String ticket) {
        ring.requireRunning();
        return approvals.request(
                SensitiveVerb.ROTATE_ESCROW_KEY, ESCROW, CaseNumber.payload(CaseNumber.next()), reason, ticket);
    }

    /**
     * An officer agrees and contributes.
     *
     * @param password of the officer's own security file, which lies on the server; stays the caller's to close
     * @throws org.sealpost.epf.WrongPassword when it does not fit
     * @throws NoRoamingFile when there is no file of the caller's on the server
     * @throws NotAnOfficer when the caller shares no escrow key
     * @throws OfficersChanged when officers who contributed before were replaced
     * @throws OfficerRevoked when an officer who takes part was revoked
     * @throws OfficerAtWork when another officer's call on all keys goes on at this moment
     * @throws org.sealpost.model.OwnRequest and others as {@link Approvals#approve}
     */
    @RolesAllowed("recovery-officer")
    @StepUp
    @Audited(Act.CONTRIBUTE)
    public Agreed approve(long request, Passphrase password) {
        ring.requireRunning();
        if (!cases.needContribution()) {
            Agreed agreed = approvals.approve(request, () -> {});
            rounds.ifAsked(request, Giver.NOBODY);
            return agreed;
        }
        byte[] epf = roaming.load().orElseThrow(NoRoamingFile::new);
        MailboxId officer = own.entry().id();
        try (SecurityFile file = securityFiles.open(epf, password)) {
            return allKeys.concern(request)
                    ? allKeys.alone(() -> ofAllKeys(request, officer, file))
                    : approvals.approve(request, () -> cases.contribute(request, officer, file));
        }
    }

    /**
     * An officer goes on with moving the keys to a new escrow key after it was broken off. Everybody had agreed; what is
     * missing is one contribution, which a crash takes along.
     *
     * @param password as for {@link #approve}
     * @throws NothingToMove when nothing was broken off
     * @throws RotationRunning when somebody does so at this moment
     * @throws ContributedBefore when the caller is among those whose contributions are kept
     */
    @RolesAllowed("recovery-officer")
    @StepUp
    @Audited(Act.CONTRIBUTE)
    public void goOn(Passphrase password) {
        ring.requireRunning();
        rounds.brokenMove();
        goOn(password, allKeys::goOnMoving);
    }

    /**
     * An officer goes on with a drill that was broken off, as with a move.
     *
     * @param password as for {@link #approve}
     * @throws NoDrillToGoOn when nothing was broken off
     * @throws OfficerAtWork when somebody does so at this moment
     * @throws ContributedBefore when the caller is among those whose contributions are kept
     */
    @RolesAllowed("recovery-officer")
    @StepUp
    @Audited(Act.CONTRIBUTE)
    public void goOnDrilling(Passphrase password) {
        ring.requireRunning();
        rounds.brokenDrill();
        goOn(password, allKeys::goOnDrilling);
    }

    /** How the newest drill stands; empty before the first. */
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    public Optional<DrillStanding> drilling() {
        return rounds.drill();
    }

    /** How moving the keys to the newest escrow key stands; empty before there was a second one. */
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    public Optional<RotationStanding> rotation() {
        return rounds.rotation();
    }

    private void goOn(Passphrase password, BiConsumer<MailboxId, SecurityFile> work) {
        byte[] epf = roaming.load().orElseThrow(NoRoamingFile::new);
        MailboxId officer = own.entry().id();
        try (SecurityFile file = securityFiles.open(epf, password)) {
            allKeys.alone(() -> work.accept(officer, file));
        }
    }

    private Agreed ofAllKeys(long request, MailboxId officer, SecurityFile file) {
        if (!approvals.isLast(request)) {
            allKeys.contribute(request, officer, file);
        }
        Agreed agreed = approvals.approve(request, () -> cases.contribute(request, officer, file));
        allKeys.open(request, officer, file);
        return agreed;
    }

    private AskedRecovery ask(
            SensitiveVerb verb, PackagePurpose purpose, MailboxId mailbox, String reason, String ticket) {
        ring.requireRunning();
        TokenCode code = TokenCode.generate(random);
        String number = CaseNumber.next();
        String subject = cases.prepare(number, mailbox, purpose, code);
        boolean asked = false;
        try {
            Requested requested = approvals.request(verb, subject, CaseNumber.payload(number), reason, ticket);
            asked = true;
            return new AskedRecovery(requested, subject, code.text());
        } finally {
            if (!asked) {
                cases.discard(number);
            }
        }
    }
}
