package org.sealpost.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.escrow.Contributed;
import org.sealpost.escrow.KeyEscrow;
import org.sealpost.escrow.NoSuchPackage;
import org.sealpost.model.Act;
import org.sealpost.model.EscrowedKey;
import org.sealpost.model.EscrowedKeyRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.PackagePurpose;
import org.sealpost.model.SealedPackage;
import org.sealpost.model.SealedPackageRepository;
import org.sealpost.model.TokenTerms;
import org.sealpost.model.WrongMailboxState;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.TokenCode;

/** Enrolling again with a recovery token, after the officers have agreed. */
class RecoveredEnrolmentTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Office office = new Office();
    private final TokenDesk desk = office.get(TokenDesk.class);
    private final TokenCode code = TokenCode.generate(RANDOM);

    @BeforeEach
    void enrolOnce() {
        IssuedToken issued = office.call(() -> desk.handOut(TestPeople.ALICE, Act.ENABLE, Mailbox::issueToken));
        try (ClientEnrolment client = begin(TokenCode.parse(issued.token()))) {
            redeem(client, TokenCode.parse(issued.token()));
        }
        office.clock.pass(Duration.ofDays(1));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void theWholeHistoryComesBackAndThePackageIsGone() {
        office.call(this::recover);
        assertThat(packages()).hasSize(1);
        try (ClientEnrolment client = begin(code);
                SecurityFile file = client.complete(redeem(client, code))) {
            assertThat(file.encryption()).hasSize(2);
            assertThat(file.currentEncryption().certificate().getNotBefore())
                    .isAfter(file.encryption().get(1).certificate().getNotBefore());
        }
        assertThat(packages()).isEmpty();
        assertThat(state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void aTokenThatWasTakenBackTakesItsKeysAlong() {
        office.call(this::recover);
        office.call(() -> {
            desk.withdraw(TestPeople.ALICE.id());
            return true;
        });
        assertThat(packages()).isEmpty();
        assertThat(state()).isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void aTokenWhoseKeysAreGoneIsNotSpent() {
        office.call(this::recover);
        office.call(() -> {
            office.get(SealedPackageRepository.class).remove(packages().get(0));
            return true;
        });
        try (ClientEnrolment client = begin(code)) {
            assertThatThrownBy(() -> redeem(client, code)).isInstanceOf(NoSuchPackage.class);
        }
        assertThat(state()).isEqualTo(MailboxState.RECOVERING);
    }

    @Test
    void noOtherTokenIsHandedOutMeanwhile() {
        office.call(this::recover);
        assertThatThrownBy(() -> office.call(() -> desk.handOut(TestPeople.ALICE, Act.NEW_TOKEN, Mailbox::issueToken)))
                .isInstanceOf(WrongMailboxState.class);
    }

    /** What is done when the last officer has agreed. */
    private Instant recover() {
        try (SecretBytes seed = SecretBytes.taking(code.seed());
                Hpke.Pair pair = office.get(Hpke.class).derive(seed)) {
            Instant until =
                    office.get(RecoveryTokens.class).putIntoForce(TestPeople.ALICE.id(), code.hash(), "mailbox-admin");
            TokenTerms terms = new TokenTerms(code.hash(), "mailbox-admin", office.clock.instant(), until);
            SealedPackage made =
                    new SealedPackage("1", TestPeople.ALICE.id(), PackagePurpose.RECOVERY, terms, pair.publicKey());
            office.get(SealedPackageRepository.class).add(made);
            List<EscrowedKey> keys = office.get(EscrowedKeyRepository.class).history(TestPeople.ALICE.id());
            office.get(KeyEscrow.class).pack(made, keys, Contributed.nothing("1"), until);
            return until;
        }
    }

    private static ClientEnrolment begin(TokenCode token) {
        return ClientEnrolment.begin(Providers.best(), RANDOM, "alice@corp.example", token, KeyType.EC_P256);
    }

    private EnrolmentReply redeem(ClientEnrolment client, TokenCode token) {
        SigningRequest proof =
                SigningRequest.verify(Providers.best(), client.request().signingRequest());
        return office.call(() -> office.get(Enrolment.class)
                .complete(
                        client.request(),
                        TestPeople.ALICE,
                        proof.publicKey(),
                        office.get(TokenCheck.class).redeemable(TestPeople.ALICE.id(), token)));
    }

    private List<SealedPackage> packages() {
        return office.get(SealedPackageRepository.class).of(TestPeople.ALICE.id(), PackagePurpose.RECOVERY);
    }

    private MailboxState state() {
        return office.get(MailboxRepository.class)
                .byId(TestPeople.ALICE.id())
                .orElseThrow()
                .state();
    }
}
