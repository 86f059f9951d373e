package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.OpeningContributionRepository;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.model.SensitiveVerb;

/**
 * The steps in which an officer contributes to all keys before the yes: each is a transaction of its own, whoever calls.
 * What a crash leaves counts when the same officer comes again, and is wiped when another one comes first: never is more
 * kept than the contributions of those who have agreed and of one who is at it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ContributingSteps {
    /** For a look at all keys, whatever version of the escrow key they are sealed to. */
    static final int EVERY_VERSION = Integer.MAX_VALUE;

    private static final Set<SensitiveVerb> ON_ALL_KEYS =
            EnumSet.of(SensitiveVerb.ESCROW_DRILL, SensitiveVerb.ROTATE_ESCROW_KEY);

    /** How many keys a step contributes to; tests take fewer. */
    int atOnce = 100;

    @Inject
    ApprovalRepository requests;

    @Inject
    EscrowedKeyRepository keys;

    @Inject
    KeySharingRepository sharings;

    @Inject
    OpeningContributionRepository kept;

    @Inject
    Contributing contributing;

    /** Whether a request asks for an act on all keys. */
    static boolean onAllKeys(ApprovalRequest request) {
        return ON_ALL_KEYS.contains(request.terms().verb());
    }

    /** As {@link #onAllKeys(ApprovalRequest)}; no for a request that there is not. */
    boolean onAllKeys(long request) {
        return requests.byId(request).filter(ContributingSteps::onAllKeys).isPresent();
    }

    /** Wipes what is left of others who did not come as far as their yes. */
    void begin(long number, MailboxId officer) {
        ApprovalRequest request = requests.byId(number).orElseThrow();
        for (KeySharing sharing : sharings.active()) {
            Set<Integer> counting = sharing.officers().stream()
                    .filter(one -> one.mailbox().equals(officer) || request.hasApproved(one.mailbox()))
                    .map(RecoveryOfficer::holder)
                    .collect(Collectors.toSet());
            kept.keepOnly(Contributing.number(request), sharing.id(), counting);
        }
    }

    /**
     * Contributes to the next keys, as far as that was not done before.
     *
     * @param after serial number of the last key of the step before; empty text for the first one
     * @return that of this step's last key; empty when there was none left
     */
    Optional<String> next(long number, MailboxId officer, SecurityFile file, String after) {
        List<EscrowedKey> page = keys.page(after, EVERY_VERSION, atOnce);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        ApprovalRequest request = requests.byId(number).orElseThrow();
        contributing.give(request, officer, file, contributing.without(request, officer, page));
        keys.release(page);
        return Optional.of(page.get(page.size() - 1).serial().value());
    }
}
