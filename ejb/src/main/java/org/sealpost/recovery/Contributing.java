package org.sealpost.recovery;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFile;
import org.sealpost.escrow.Contributed;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.KeySharing;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.OpeningContribution;
import org.sealpost.model.OpeningContributionRepository;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.model.Serial;
import org.sealpost.quorum.Contribution;
import org.sealpost.quorum.Contributions;
import org.sealpost.quorum.OpeningTask;
import org.sealpost.quorum.Share;

/**
 * What officers contribute to opening keys. At most one contribution less than the quorum is ever kept, and only as long
 * as the request is open: what lies in the database opens nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Contributing {
    @Inject
    KeySharingRepository sharings;

    @Inject
    OpeningContributionRepository kept;

    @Inject
    LastContributions last;

    @Inject
    Shares shares;

    @Inject
    OfficerKeys officerKeys;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    /**
     * An officer contributes to opening keys.
     *
     * @throws NotAnOfficer when the caller shares none of the keys' escrow keys
     * @throws OfficersChanged when what others contributed is of officers who were replaced
     * @throws OfficerRevoked when an officer who takes part was revoked
     * @throws ContributedBefore when the caller's contribution is among those that are kept
     */
    void give(ApprovalRequest request, MailboxId officer, SecurityFile file, Collection<EscrowedKey> keys) {
        Map<Integer, List<EscrowedKey>> byVersion =
                keys.stream().collect(Collectors.groupingBy(EscrowedKey::escrowVersion));
        Map<Serial, Contribution> made = new HashMap<>();
        List<OpeningContribution> rows = new ArrayList<>();
        byVersion.forEach((version, sealedToIt) -> {
            KeySharing sharing = sharings.active(version).orElseThrow(NoOfficersYet::new);
            RecoveryOfficer giver = sharing.officer(officer).orElseThrow(NotAnOfficer::new);
            officerKeys.requireInOffice(giver);
            Set<Integer> others = others(request, sharing, sealedToIt);
            if (others.contains(giver.holder())) {
                throw new ContributedBefore();
            }
            Map<Serial, Contribution> given = make(request, sharing, giver.holder(), file, whole(request, sealedToIt));
            made.putAll(given);
            if (others.size() < sharing.size().needed() - 1) {
                given.forEach(
                        (serial, one) -> rows.add(new OpeningContribution(number(request), serial, sharing.id(), one)));
            }
        });
        if (request.state() == ApprovalState.PENDING) {
            kept.add(rows);
        } else {
            last.hold(made);
        }
    }

    /** Those of the keys to which nothing of the officer's is kept. */
    List<EscrowedKey> without(ApprovalRequest request, MailboxId officer, List<EscrowedKey> keys) {
        Map<Integer, Integer> numbers = new HashMap<>();
        sharings.active().forEach(sharing -> sharing.officer(officer)
                .ifPresent(known -> numbers.put(sharing.id(), known.holder())));
        Set<Serial> given = kept.of(number(request), serials(keys)).stream()
                .filter(row -> row.holder() == numbers.getOrDefault(row.sharing(), 0))
                .map(OpeningContribution::serial)
                .collect(Collectors.toSet());
        return keys.stream().filter(key -> !given.contains(key.serial())).toList();
    }

    /** Those of the keys to which anything is kept. */
    Set<Serial> known(String request, List<EscrowedKey> keys) {
        return kept.of(request, serials(keys)).stream()
                .map(OpeningContribution::serial)
                .collect(Collectors.toSet());
    }

    /** Everything that was contributed, the last officer's included; nothing of it is kept any longer. */
    Contributed gathered(ApprovalRequest request, Collection<EscrowedKey> keys) {
        Contributed all = gathered(number(request), keys);
        wipe(number(request));
        return all;
    }

    /** Everything that was contributed to these keys; it stays for the others. */
    Contributed gathered(String request, Collection<EscrowedKey> keys) {
        Map<Serial, List<Contribution>> byKey = new HashMap<>();
        kept.of(request, serials(keys)).forEach(row -> byKey.computeIfAbsent(row.serial(), serial -> new ArrayList<>())
                .add(row.contribution()));
        keys.stream().map(EscrowedKey::serial).filter(last.held()::containsKey).forEach(serial -> byKey.computeIfAbsent(
                        serial, it -> new ArrayList<>())
                .add(requireNonNull(last.held().get(serial))));
        return new Contributed(request, byKey);
    }

    /** Nothing of what was contributed is kept any longer. */
    void wipe(String request) {
        kept.remove(request);
        last.forget();
    }

    /** These keys had their turn: nothing of what was contributed to them is kept any longer. */
    void wipe(String request, List<EscrowedKey> keys) {
        kept.remove(request, serials(keys));
        last.forget();
    }

    /** The last officer's contributions to the keys of a step are not needed any more. */
    void forget() {
        last.forget();
    }

    /** The key was moved: what was contributed to it is worth nothing, and is not kept either. */
    void wipe(Serial moved) {
        kept.remove(moved);
    }

    /** Under which name contributions to a request are made and kept. */
    static String number(ApprovalRequest request) {
        return Long.toString(request.id());
    }

    private Map<Serial, Contribution> make(
            ApprovalRequest request, KeySharing sharing, int holder, SecurityFile file, List<EscrowedKey> keys) {
        Contributions contributions = new Contributions(providers, random);
        Map<Serial, Contribution> made = new HashMap<>();
        try (Share share = shares.open(sharing, holder, file)) {
            for (EscrowedKey key : keys) {
                OpeningTask task = new OpeningTask(number(request), key.sealed());
                made.put(key.serial(), contributions.make(share, sharing.commitments(), task));
            }
        }
        return made;
    }

    /** Without rows that are no ciphertexts any more: an act on all keys goes on, and names them at its end. */
    private static List<EscrowedKey> whole(ApprovalRequest request, List<EscrowedKey> keys) {
        return ContributingSteps.onAllKeys(request)
                ? keys.stream()
                        .filter(key -> OpeningTask.wellFormed(key.sealed()))
                        .toList()
                : keys;
    }

    /** The officers whose contributions are kept, if they still count. */
    private Set<Integer> others(ApprovalRequest request, KeySharing sharing, List<EscrowedKey> keys) {
        List<OpeningContribution> before = kept.of(number(request), serials(keys));
        if (before.stream().anyMatch(row -> row.sharing() != sharing.id())) {
            throw new OfficersChanged();
        }
        Set<Integer> holders = before.stream().map(OpeningContribution::holder).collect(Collectors.toSet());
        sharing.officers().stream()
                .filter(officer -> holders.contains(officer.holder()))
                .forEach(officerKeys::requireInOffice);
        return holders;
    }

    private static List<Serial> serials(Collection<EscrowedKey> keys) {
        return keys.stream().map(EscrowedKey::serial).toList();
    }
}
