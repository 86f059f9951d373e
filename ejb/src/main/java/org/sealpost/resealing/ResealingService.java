package org.sealpost.resealing;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import org.sealpost.audit.Audited;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mailbox.PasswordEntry;
import org.sealpost.mailbox.SecurityFiles;
import org.sealpost.model.Act;
import org.sealpost.model.Page;

/**
 * The caller's own stored mail, put into new envelopes. It goes on in the background with the caller's keys, which are in
 * memory for as long as the consent stands, and nowhere else; nobody can do it for somebody else.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResealingService {
    @Resource
    ManagedExecutorService executor;

    @Inject
    OwnMailbox own;

    @Inject
    Caller caller;

    @Inject
    SecurityFiles securityFiles;

    @Inject
    ResealingDesk desk;

    @Inject
    ResealingRota rota;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    /** How much is due, and how far it has come. */
    public ResealingStanding standing() {
        return desk.standing(own.entry().id());
    }

    /**
     * Begins, or goes on where it stopped.
     *
     * @param password opens the security file once; it remains the caller's to close
     * @param consent ends it when it ends; the keys are wiped then
     * @throws org.sealpost.mailbox.NoSecurityFile when there is none
     * @throws org.sealpost.epf.WrongPassword when the password does not fit
     * @throws NoSealOfToday when nothing can be sealed to the mailbox
     * @throws CurrentKeyMissing when the security file is not the newest
     * @throws NothingToReseal when no message is due
     */
    @Audited(Act.BEGIN_RESEALING)
    public void begin(PasswordEntry password, Consent consent) {
        ResealingWork.Whose whose = new ResealingWork.Whose(own.entry().id(), caller.name());
        boolean begun = false;
        ResealingWork work;
        String mailbox;
        try (SecurityFile file = securityFiles.open(password)) {
            mailbox = file.mailbox();
            work = new ResealingWork(whose, number(), consent, ResealingWork.keys(file, providers));
        }
        try {
            desk.begin(work, mailbox);
            rota.add(work, executor);
            begun = true;
        } finally {
            if (!begun) {
                work.close();
            }
        }
    }

    private String number() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /**
     * Stops after the message whose turn it is; the keys are wiped.
     *
     * @throws org.sealpost.model.NotResealing when nothing is under way
     */
    @Audited(Act.END_RESEALING)
    public void pause() {
        desk.pause(own.entry().id());
    }

    /** The messages that the last run left as they were, and why, in the order of arrival. */
    public Page<RefusedRow> refused(Optional<String> afterKey, int limit) {
        return desk.refused(own.entry().id(), afterKey, limit);
    }
}
