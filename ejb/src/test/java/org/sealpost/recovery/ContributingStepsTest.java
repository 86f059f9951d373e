package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Approvals;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Passphrase;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.model.AlreadyApproved;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.OpeningContribution;
import org.sealpost.model.OpeningContributionRepository;
import org.sealpost.model.OwnRequest;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.Serial;

/** Three of four officers open, five keys are in escrow: contributing to all of them, two at a time, broken off and resumed. */
class ContributingStepsTest {
    private static final int KEYS = 5;

    private final RecoveryOffice office = new RecoveryOffice();
    private final ContributingSteps steps = office.get(ContributingSteps.class);

    @BeforeEach
    void nameOfficers() {
        steps.atOnce = 2;
        office.get(RoundSteps.class).atOnce = 2;
        office.enrolOfficers(4);
        office.enrol("alice").close();
        office.name(3, "officer1", "officer2", "officer3", "officer4");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whoBrokeOffComesAgainAndGoesOn(int done) {
        Requested drill = office.askDrill();
        breakOff("officer1", drill, done);
        assertThat(kept(drill).values().stream().flatMap(List::stream)).hasSize(Math.min(KEYS, 2 * done));
        assertThat(office.approve("officer1", drill)).isEqualTo(new Agreed.Waiting(2));
        assertThat(kept(drill)).hasSize(KEYS).allSatisfy((key, holders) -> assertThat(holders)
                .containsExactly(1));
        assertOpens(drill, "officer3", "officer4");
    }

    @Test
    void whatSomebodyLeftWithoutAYesIsWipedWhenAnotherContributes() {
        Requested drill = office.askDrill();
        breakOff("officer1", drill, 2);
        office.approve("officer2", drill);
        assertThat(kept(drill)).hasSize(KEYS).allSatisfy((key, holders) -> assertThat(holders)
                .containsExactly(2));
        breakOff("officer1", drill, 1);
        office.approve("officer4", drill);
        assertThat(kept(drill)).hasSize(KEYS).allSatisfy((key, holders) -> assertThat(holders)
                .containsExactly(2, 4));
        assertThat(office.approve("officer1", drill)).isEqualTo(new Agreed.CarriedOut());
    }

    /** Whoever would complete the quorum writes nothing, however often he breaks off before. */
    @Test
    void neverIsAQuorumKept() {
        Requested drill = office.askDrill();
        office.approve("officer1", drill);
        office.approve("officer2", drill);
        breakOff("officer3", drill, 3);
        assertThat(kept(drill)).hasSize(KEYS).allSatisfy((key, holders) -> assertThat(holders)
                .containsExactly(1, 2));
    }

    @Test
    void whoMayNotAgreeContributesNothing() {
        office.as("officer1");
        Requested own = office.call(() -> office.get(Approvals.class)
                .request(SensitiveVerb.ESCROW_DRILL, "Key escrow", CaseNumber.payload(CaseNumber.next()), "own", ""));
        assertThatThrownBy(() -> office.approve("officer1", own)).isInstanceOf(OwnRequest.class);
        assertThat(kept(own)).isEmpty();
        office.approve("officer2", own);
        assertThatThrownBy(() -> office.approve("officer2", own)).isInstanceOf(AlreadyApproved.class);
        assertThat(kept(own)).hasSize(KEYS);
    }

    @Test
    void oneOfficersCallOnAllKeysGoesOnAtATime() {
        Requested drill = office.askDrill();
        office.get(AllKeys.class).alone(() -> {
            assertThatThrownBy(() -> office.approve("officer1", drill)).isInstanceOf(OfficerAtWork.class);
        });
        assertThat(kept(drill)).isEmpty();
        assertThat(office.approve("officer1", drill)).isEqualTo(new Agreed.Waiting(2));
    }

    @Test
    void rotationsAreContributedToInTheSameSteps() {
        Requested rotation = office.askRotation();
        breakOff("officer4", rotation, 1);
        office.approve("officer4", rotation);
        office.approve("officer1", rotation);
        assertThat(office.approve("officer2", rotation)).isEqualTo(new Agreed.CarriedOut());
        assertThat(office.call(() -> office.get(EscrowedKeyRepository.class).countByVersion()))
                .containsExactly(Map.entry(2, (long) KEYS));
    }

    private void assertOpens(Requested drill, String... officers) {
        for (String officer : officers) {
            office.approve(officer, drill);
        }
        assertThat(office.call(() -> office.get(RecoveryService.class).drilling()))
                .map(DrillStanding::turns)
                .contains(new DrillStanding.Turns(KEYS, 0, 0));
    }

    /** Contributes in some steps, and never comes to say yes. */
    private void breakOff(String officer, Requested request, int most) {
        office.as(officer);
        byte[] epf = office.call(() -> office.get(RoamingService.class).load()).orElseThrow();
        try (Passphrase password = RecoveryOffice.password(officer);
                SecurityFile file = office.get(SecurityFileStore.class).open(epf, password)) {
            office.assembly.run(() -> steps.begin(request.request(), RecoveryOffice.id(officer)));
            Optional<String> last = Optional.of("");
            for (int i = 0; i < most && last.isPresent(); i++) {
                String after = last.get();
                last = office.call(() -> steps.next(request.request(), RecoveryOffice.id(officer), file, after));
            }
        }
    }

    /** For each key the numbers of those whose contributions are kept. */
    private Map<Serial, List<Integer>> kept(Requested request) {
        return office.call(() -> {
            List<Serial> all = office.get(EscrowedKeyRepository.class).page("", 2, 100).stream()
                    .map(EscrowedKey::serial)
                    .toList();
            return office.get(OpeningContributionRepository.class).of(Long.toString(request.request()), all).stream()
                    .collect(Collectors.groupingBy(
                            OpeningContribution::serial,
                            Collectors.mapping(OpeningContribution::holder, Collectors.toList())));
        });
    }
}
