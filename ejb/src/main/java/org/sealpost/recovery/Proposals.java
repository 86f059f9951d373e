package org.sealpost.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sealpost.model.ApprovalRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.EscrowDrill;
import org.sealpost.model.EscrowRotation;
import org.sealpost.model.EscrowRound;
import org.sealpost.model.EscrowRoundRepository;
import org.sealpost.model.KeySharingRepository;
import org.sealpost.model.OpeningContributionRepository;
import org.sealpost.model.RecoveryOfficer;
import org.sealpost.model.SealedPackageRepository;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.SharingState;

/** What was asked for and not done yet, and its end: whatever was contributed to it is wiped. Each call is one transaction. */
@ApplicationScoped
@Transactional
class Proposals {
    /** Between keeping what belongs to a request and the request itself there are moments only. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /** How long a drill that was broken off may go on; a new one costs nothing but the officers' time. */
    private static final Duration DRILL = Duration.ofDays(1);

    private static final int AT_ONCE = 200;

    @Inject
    Handover handover;

    @Inject
    KeySharingRepository sharings;

    @Inject
    OpeningContributionRepository contributions;

    @Inject
    SealedPackageRepository packages;

    @Inject
    ApprovalRepository requests;

    @Inject
    EscrowRoundRepository rounds;

    @Inject
    Clock clock;

    void make(String number, int needed, List<RecoveryOfficer> officers) {
        handover.propose(number, needed, officers);
    }

    void drop(String number) {
        sharings.proposed(number).stream()
                .filter(sharing -> sharing.state() == SharingState.PROPOSED)
                .forEach(sharing -> sharing.drop(clock.instant()));
    }

    /** Wipes contributions, proposals and packages of requests that have ended, and packages that nobody fetched. */
    void wipeEnded() {
        Instant now = clock.instant();
        rounds.open(EscrowDrill.class).stream()
                .filter(drill -> drill.begunAt().plus(DRILL).isBefore(now))
                .forEach(drill -> drill.end(now));
        Set<String> going = going();
        contributions.requests().stream()
                .filter(number -> !going.contains(number))
                .filter(number -> requests.byId(Long.parseLong(number))
                        .map(request -> request.state().finished())
                        .orElse(true))
                .forEach(contributions::remove);
        Set<String> open = open();
        sharings.proposed().stream()
                .filter(sharing -> sharing.changedAt().plus(GRACE).isBefore(now))
                .filter(sharing -> sharing.proposal().filter(open::contains).isEmpty())
                .forEach(sharing -> sharing.drop(now));
        packages.overdue(now, AT_ONCE).forEach(packages::remove);
        packages.overdue(now.plus(Cases.LONGEST).minus(GRACE), AT_ONCE).stream()
                .filter(one -> one.filledAt().isEmpty() && !open.contains(one.id()))
                .forEach(packages::remove);
    }

    /** Those that an officer may go on with, although their requests have ended. */
    private Set<String> going() {
        return Stream.concat(rounds.open(EscrowRotation.class).stream(), rounds.open(EscrowDrill.class).stream())
                .map(EscrowRound::request)
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private Set<String> open() {
        return Stream.of(SensitiveVerb.NAME_OFFICERS, SensitiveVerb.RECOVER, SensitiveVerb.RELEASE)
                .flatMap(verb -> requests.pending(verb).stream())
                .map(ApprovalRequest::terms)
                .map(terms -> CaseNumber.of(terms.payload()))
                .collect(Collectors.toSet());
    }
}
