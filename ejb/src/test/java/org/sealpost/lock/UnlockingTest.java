package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.ApprovalNeeded;
import org.sealpost.approval.ApprovalOffice;
import org.sealpost.approval.ApprovedAct;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Assembly;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.model.ApprovalState;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.pki.KeyType;

class UnlockingTest {
    private final ApprovalOffice office = new ApprovalOffice(Assembly.freshH2());
    private final KeyManagerService service = office.get(KeyManagerService.class);

    @BeforeEach
    void setUpAndStop() {
        office.get(Unlocking.class);
        withPassword(password -> office.get(KeyManager.class)
                .setUp(new SetUp("Corp", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password)));
        office.inTransaction(() -> {
            service.stop();
            return true;
        });
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whereNobodyElseIsNeededThePasswordIsEnough() {
        withPassword(service::start);
        assertThat(service.status().state()).isEqualTo(KeyManagerState.RUNNING);
    }

    @Test
    void othersAllowItAndTheRequesterDoesItOnce() {
        office.policy(SensitiveVerb.UNLOCK, 1);
        assertThatThrownBy(() -> withPassword(service::start)).isInstanceOf(ApprovalNeeded.class);
        Requested asked = service.askToUnlock("after the update", "");
        assertThat(office.get(Unlocking.class).manner()).isEqualTo(ApprovedAct.Manner.BY_REQUESTER);
        office.as("olga").agree(asked.request());
        assertThatThrownBy(() -> withPassword(service::start)).isInstanceOf(ApprovalNeeded.class);
        office.as("ada");
        withPassword(service::start);
        assertThat(service.status().state()).isEqualTo(KeyManagerState.RUNNING);
        assertThat(office.request(asked.request()).state()).isEqualTo(ApprovalState.DONE);
        assertThat(office.log())
                .filteredOn(said -> said.act() == Act.USE_APPROVAL)
                .singleElement()
                .satisfies(said -> assertThat(said.grounds().approvers()).isEqualTo("olga"));
    }

    @Test
    void aWrongPasswordDoesNotUseThePermissionUp() {
        office.policy(SensitiveVerb.UNLOCK, 1);
        Requested asked = service.askToUnlock("", "");
        office.as("olga").agree(asked.request());
        office.as("ada");
        try (Passphrase wrong = Passphrase.copyOf("not the right one")) {
            assertThatThrownBy(() -> office.inTransaction(() -> {
                        service.start(wrong);
                        return true;
                    }))
                    .isInstanceOf(WrongStartupPassword.class);
        }
        assertThat(office.request(asked.request()).state()).isEqualTo(ApprovalState.APPROVED);
    }

    private void withPassword(Consumer<Passphrase> use) {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            office.inTransaction(() -> {
                use.accept(password);
                return true;
            });
        }
    }
}
