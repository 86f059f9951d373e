package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.revocation.Bureau.ALICE;
import static org.sealpost.revocation.Bureau.LEFT;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.Explanation;
import org.sealpost.approval.Requested;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.model.MailboxState;
import org.sealpost.model.RevocationCause;

class RevokeActTest {
    private final Bureau bureau = new Bureau();

    @BeforeEach
    void enable() {
        bureau.enable();
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void whereNobodyElseIsNeededItIsDoneAtOnce() {
        assertThat(bureau.revoke(LEFT)).isInstanceOf(Requested.CarriedOut.class);
        assertThat(bureau.state()).isEqualTo(MailboxState.REVOKED);
    }

    @Test
    void othersAgreeFirstWhereThePolicySaysSoAndTheLogNamesThem() {
        bureau.policy(1);
        Requested asked = bureau.revoke(LEFT);
        assertThat(asked).isInstanceOf(Requested.Waiting.class);
        assertThat(bureau.state()).isEqualTo(MailboxState.ENABLED);
        assertThat(bureau.revocations()).isEmpty();
        assertThat(bureau.agree(asked)).isInstanceOf(Agreed.CarriedOut.class);
        assertThat(bureau.state()).isEqualTo(MailboxState.REVOKED);
        assertThat(bureau.publisher.asked).isEqualTo(1);
        assertThat(bureau.revocations()).singleElement().satisfies(said -> {
            assertThat(said.actor()).isEqualTo("admin");
            assertThat(said.grounds().approvers()).isEqualTo("olga");
            assertThat(said.grounds().reason()).isEqualTo("Has retired");
        });
    }

    @Test
    void whatCouldNeverBeDoneIsRefusedBeforeAnybodyIsAsked() {
        bureau.policy(1);
        Revocation tomorrow = new Revocation(
                RevocationCause.COMPROMISED, Optional.of(bureau.clock.instant().plusSeconds(60)), "A guess");
        assertThatThrownBy(() -> bureau.revoke(tomorrow)).isInstanceOf(FutureCompromise.class);
    }

    @Test
    void whileTheKeyManagerIsStoppedTheLastYesCanBeGivenAgainLater() {
        bureau.policy(1);
        Requested asked = bureau.revoke(LEFT);
        bureau.lock.stop();
        assertThatThrownBy(() -> bureau.agree(asked)).isInstanceOf(KeyManagerUnavailable.class);
        assertThat(bureau.state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void thoseWhoAgreeAreToldWhoseCertificatesAndWhy() {
        RevokeAct act = bureau.assembly.get(RevokeAct.class);
        String payload = RevokePayload.of(ALICE, LEFT).json();
        Explanation told = bureau.assembly.inTransaction(() -> act.explain(payload));
        assertThat(told.code()).isEqualTo("revoke");
        assertThat(told.arguments()).hasSize(2).contains(RevocationCause.LEFT);
        assertThat(told.arguments().get(0).toString()).contains("alice@corp.example");
    }

    @Test
    void theMomentOfACompromiseSurvivesTheWaiting() {
        Instant since = bureau.clock.instant().minusSeconds(3600);
        RevokePayload payload = RevokePayload.of(
                ALICE, new Revocation(RevocationCause.COMPROMISED, Optional.of(since), "Laptop stolen"));
        assertThat(RevokePayload.parse(payload.json())).isEqualTo(payload);
    }
}
