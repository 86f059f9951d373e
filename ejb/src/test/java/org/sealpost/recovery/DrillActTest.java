package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Requested;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.OpeningContributionRepository;

/** Opening every escrowed key once: what the log says afterwards, with and without damage. */
class DrillActTest {
    private final RecoveryOffice office = new RecoveryOffice();

    @BeforeEach
    void nameOfficers() {
        office.enrolOfficers(3);
        office.enrol("alice").close();
        office.name(2, "officer1", "officer2", "officer3");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void countsEveryKeyAndKeepsNothingThatWasContributed() {
        drill();
        assertThat(office.log(Act.ESCROW_DRILL))
                .extracting(AuditRecord::details)
                .containsExactly("4 keys to open", "4 of 4 keys opened");
        assertThat(office.log(Act.ESCROW_DRILL)).first().satisfies(said -> {
            assertThat(said.grounds().approvers()).isEqualTo("officer1, officer2");
            assertThat(said.grounds().reason()).isEqualTo("yearly");
            assertThat(said.grounds().ticket()).isEqualTo("T-3");
        });
        assertThat(office.get(OpeningContributionRepository.class).requests()).isEmpty();
    }

    @Test
    void namesARowWhoseContentWasAltered() {
        EscrowedKey key = alices();
        byte[] altered = key.sealed();
        altered[altered.length - 1] ^= 1;
        office.damage(key.serial(), altered);
        drill();
        assertNamed(key);
    }

    @Test
    void namesARowThatIsNoCiphertextAnyMore() {
        EscrowedKey key = alices();
        byte[] altered = key.sealed();
        altered[0] = 9;
        office.damage(key.serial(), altered);
        drill();
        assertNamed(key);
    }

    @Test
    void namesARowThatWasCopiedFromAnotherMailbox() {
        EscrowedKey key = alices();
        EscrowedKey other = office.get(EscrowedKeyRepository.class)
                .history(RecoveryOffice.id("officer1"))
                .get(0);
        office.damage(key.serial(), other.sealed());
        drill();
        assertNamed(key);
    }

    private void drill() {
        Requested drill = office.askDrill();
        office.approve("officer1", drill);
        assertThat(office.approve("officer2", drill)).isEqualTo(new Agreed.CarriedOut());
    }

    private void assertNamed(EscrowedKey key) {
        List<AuditRecord> said = office.log(Act.ESCROW_DRILL);
        assertThat(said)
                .extracting(AuditRecord::details)
                .containsExactly(
                        "4 keys to open",
                        "3 of 4 keys opened; not: " + key.serial().value());
    }

    private EscrowedKey alices() {
        return office.call(() -> office.get(EscrowedKeyRepository.class)
                .history(RecoveryOffice.ALICE)
                .get(0));
    }
}
