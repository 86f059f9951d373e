package org.sealpost.recovery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.audit.Audited;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.escrow.EscrowKeys;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.quorum.QuorumSize;
import org.sealpost.stepup.StepUp;

/**
 * Who the recovery officers are. Naming them the first time gives the escrow key out of the Key Manager's hand for good;
 * every later change needs the officers before.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OfficersService {
    /** The role that the directory must give to an officer. */
    public static final String ROLE = "recovery-officer";

    private static final int LEAST = 2;
    private static final String SUBJECT = "Recovery officers";

    @Inject
    Quorum quorum;

    @Inject
    Proposals proposals;

    @Inject
    Approvals approvals;

    @Inject
    Directory directory;

    @Inject
    EscrowKeys escrowKeys;

    @Inject
    KeyRing ring;

    /** Who can open escrowed keys now. */
    @RolesAllowed({"km-admin", "mailbox-admin", "recovery-officer", "auditor"})
    public Officers officers() {
        return quorum.view();
    }

    /**
     * The mailbox with that address, to be named.
     *
     * @throws MailboxNotKnown when the directory has none
     */
    @RolesAllowed("km-admin")
    public MailboxId find(String address) {
        return directory.byAddress(address).map(DirectoryEntry::id).orElseThrow(() -> new MailboxNotKnown(address));
    }

    /**
     * Names officers.
     *
     * @param needed how many of them are to open, at least {@value #LEAST}
     * @throws ImpossibleQuorum unless there are at least as many people as are needed
     * @throws OfficerRoleMissing when the directory does not give somebody the role
     * @throws OfficerNotEnrolled when somebody has no certificate to which a share could be sealed
     */
    @RolesAllowed("km-admin")
    @StepUp
    @Audited(Act.NAME_OFFICERS)
    public Requested name(List<MailboxId> people, int needed, String reason, String ticket) {
        ring.requireRunning();
        List<MailboxId> distinct = List.copyOf(new LinkedHashSet<>(people));
        if (needed < LEAST || needed > distinct.size() || distinct.size() > QuorumSize.MOST) {
            throw new ImpossibleQuorum(needed, distinct.size());
        }
        List<RecoveryOfficer> officers = new ArrayList<>();
        for (MailboxId person : distinct) {
            officers.add(new RecoveryOfficer(
                    officers.size() + 1, person.value(), eligible(person).displayName()));
        }
        String number = CaseNumber.next();
        proposals.make(number, needed, officers);
        boolean asked = false;
        try {
            Requested requested =
                    approvals.request(SensitiveVerb.NAME_OFFICERS, SUBJECT, CaseNumber.payload(number), reason, ticket);
            asked = true;
            return requested;
        } finally {
            if (asked) {
                escrowKeys.forget();
            } else {
                proposals.drop(number);
            }
        }
    }

    private DirectoryEntry eligible(MailboxId person) {
        DirectoryEntry entry = directory.byId(person).orElseThrow(() -> new MailboxNotKnown(person));
        if (entry.group() || !directory.roles(person).contains(ROLE)) {
            throw new OfficerRoleMissing(entry.address());
        }
        return entry;
    }
}
