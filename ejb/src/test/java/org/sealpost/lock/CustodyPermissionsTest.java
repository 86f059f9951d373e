package org.sealpost.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

/** What others have to allow before its requester gives the start-up password or shares. */
class CustodyPermissionsTest {
    private static final ShareOrder ORDER = new ShareOrder(2, List.of("Ann", "Ben", "Cleo"));
    private static final ShareOrder OTHERS = new ShareOrder(2, List.of("Ann", "Ben", "Mallory"));

    private final ApprovalOffice office = new ApprovalOffice(Assembly.freshH2());
    private final CustodyService custody = office.get(CustodyService.class);
    private final KeyManagerService service = office.get(KeyManagerService.class);
    private List<HandedShare> shares = List.of();

    @BeforeEach
    void setUp() {
        office.get(Unlocking.class);
        office.get(ReplacingShares.class);
        office.get(ReplacingMaster.class);
        withPassword(password -> {
            SetUp setUp = new SetUp("Corp", KeyType.EC_P256, ShareOrder.TWO_OF_THREE, password);
            try (NewShares made = office.get(KeyManager.class).setUp(setUp)) {
                shares = made.handed();
            }
        });
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whereNobodyElseIsNeededThePasswordIsEnough() {
        withPassword(custody::rotate);
        withPassword(password -> custody.prepareShares(password, ORDER));
        assertThat(custody.view().masterVersion()).isEqualTo(2);
        assertThat(custody.sharesToProve()).isEqualTo(2);
    }

    @Test
    void aMasterKeyIsReplacedOnceForEachPermission() {
        office.policy(SensitiveVerb.ROTATE_MASTER_KEY, 1);
        assertThatThrownBy(() -> withPassword(custody::rotate)).isInstanceOf(ApprovalNeeded.class);
        Requested asked = custody.askToRotate("after the fair", "");
        office.as("olga").agree(asked.request());
        office.as("ada");
        withPassword(custody::rotate);
        assertThat(custody.view().masterVersion()).isEqualTo(2);
        assertThat(office.request(asked.request()).state()).isEqualTo(ApprovalState.DONE);
        assertThatThrownBy(() -> withPassword(custody::rotate)).isInstanceOf(ApprovalNeeded.class);
        assertThat(office.log())
                .filteredOn(said -> said.act() == Act.USE_APPROVAL)
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.grounds().approvers()).isEqualTo("olga");
                    assertThat(said.grounds().reason()).isEqualTo("after the fair");
                });
    }

    @Test
    void sharesAreMadeForTheHoldersThatOthersHaveSeenAndForNobodyElse() {
        office.policy(SensitiveVerb.NAME_SHARE_HOLDERS, 1);
        Requested asked = custody.askForShares(ORDER, "Dan has left", "");
        office.as("olga").agree(asked.request());
        office.as("ada");
        assertThatThrownBy(() -> withPassword(password -> custody.prepareShares(password, OTHERS)))
                .isInstanceOf(ApprovalNeeded.class);
        assertThat(custody.sharesToProve()).isZero();
        withPassword(password -> custody.prepareShares(password, ORDER));
        assertThat(custody.sharesToProve()).isEqualTo(2);
        assertThat(office.request(asked.request()).state()).isEqualTo(ApprovalState.DONE);
    }

    @Test
    void sharesDoNotWalkRoundThePolicyOfUnlocking() {
        office.policy(SensitiveVerb.UNLOCK, 1);
        office.inTransaction(() -> {
            service.stop();
            return true;
        });
        assertThatThrownBy(this::recover).isInstanceOf(ApprovalNeeded.class);
        assertThat(service.status().state()).isEqualTo(KeyManagerState.STOPPED);
        Requested asked = service.askToUnlock("password lost", "");
        office.as("olga").agree(asked.request());
        office.as("ada");
        recover();
        assertThat(service.status().state()).isEqualTo(KeyManagerState.RUNNING);
        assertThat(office.request(asked.request()).state()).isEqualTo(ApprovalState.DONE);
    }

    @Test
    void whileItRunsSharesReplaceALostPasswordWithoutAskingAnybody() {
        office.policy(SensitiveVerb.UNLOCK, 1);
        recover();
        assertThat(service.status().state()).isEqualTo(KeyManagerState.RUNNING);
    }

    @Test
    void everyPermissionIsUsedByItsRequester() {
        assertThat(List.of(office.get(ReplacingShares.class), office.get(ReplacingMaster.class)))
                .allSatisfy(act -> assertThat(act.manner()).isEqualTo(ApprovedAct.Manner.BY_REQUESTER));
        assertThat(office.get(ReplacingShares.class).explain(ORDER.label()).arguments())
                .containsExactly("2 of 3: Ann, Ben, Cleo");
    }

    private void recover() {
        try (Passphrase chosen = Passphrase.copyOf("another long password")) {
            office.inTransaction(() -> {
                service.recover(
                        Proof.shares(List.of(shares.get(0).text(), shares.get(2).text())), chosen);
                return true;
            });
        }
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
