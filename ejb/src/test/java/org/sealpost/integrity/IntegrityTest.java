package org.sealpost.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.issuing.Issuing;
import org.sealpost.issuing.KeyPool;
import org.sealpost.lock.KeyManagerUnavailable;
import org.sealpost.lock.TestLock;
import org.sealpost.model.PartnerId;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.Subject;
import org.sealpost.revocation.RevocationService;

class IntegrityTest {
    private final TestClock clock = new TestClock();
    private final Assembly assembly = KeyManagers.assembly(clock, "ada");
    private final TestLock lock = new TestLock(assembly);

    @BeforeEach
    void setUp() {
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            lock.setUp(password);
        }
        assembly.run(() -> assembly.get(RevocationService.class).signNow());
        KeyPair pair = new KeyPairs(Providers.best(), new SecureRandom()).generate(KeyType.EC_P256);
        assembly.run(() -> assembly.get(KeyPool.class).put(pair));
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void whatIsAsItWasMadeHolds() {
        IntegrityReport report = check();
        assertThat(report.good()).isTrue();
        assertThat(report.findings()).extracting(Findings::check).containsExactlyInAnyOrder(Check.values());
        assertThat(report.of(Check.STOCK))
                .hasValueSatisfying(found -> assertThat(found.looked()).isEqualTo(1));
        assertThat(report.of(Check.KEY_HIERARCHY))
                .hasValueSatisfying(found -> assertThat(found.looked()).isEqualTo(8));
    }

    @Test
    void aPartnersCertificateIsInOrderWithoutEscrow() {
        String address = "ann@partner.example";
        PublicKey key = new KeyPairs(Providers.best(), new SecureRandom())
                .generate(KeyType.RSA_2048)
                .getPublic();
        assembly.run(() -> assembly.get(Issuing.class)
                .partner(new Issuing.Holder(PartnerId.of(address), new Subject(address), Capabilities.STANDARD), key));
        IntegrityReport report = check();
        assertThat(report.good()).isTrue();
        assertThat(report.of(Check.CERTIFICATE_RULES))
                .hasValueSatisfying(found -> assertThat(found.looked()).isEqualTo(1));
    }

    @Test
    void anEscrowedKeyThatIsDamagedOrInAnothersPlaceIsFound() throws SQLException {
        execute("insert into mailbox (id, address, state, returns_to, encrypt_by_default, sign_by_default, changed_at,"
                + " version) values ('m1', 'a@b', 'ENABLED', null, true, true, current_timestamp, 0)");
        execute("insert into issued_certificate (serial, mailbox, profile, state, capabilities, not_before, not_after,"
                + " encoded, version) values ('a1', 'm1', 'SIGNING', 'ISSUED', '', current_timestamp,"
                + " current_timestamp, X'3000', 0)");
        execute("insert into issued_certificate (serial, mailbox, profile, state, capabilities, not_before, not_after,"
                + " encoded, version) values ('b1', 'm1', 'ENCRYPTION', 'ISSUED', '', current_timestamp,"
                + " current_timestamp, X'3000', 0)");
        execute("insert into escrowed_key (serial, mailbox, sealed, deposited_at) values ('a1', 'm1', X'04',"
                + " current_timestamp)");
        IntegrityReport report = check();
        assertThat(report.good()).isFalse();
        assertBad(report, Check.ESCROW_FORM, "a1 m1");
        assertBad(report, Check.ESCROW_BOUND, "a1 m1");
        assertBad(report, Check.ESCROW_THERE, "b1 m1");
        assertBad(report, Check.CERTIFICATE_CHAIN, "a1 m1", "b1 m1");
    }

    @Test
    void aListThatIsOutOfDateIsFoundAndASignatureMendsIt() {
        clock.pass(Duration.ofDays(3));
        assertThat(check().of(Check.REVOCATION_LIST))
                .hasValueSatisfying(found -> assertThat(found.good()).isFalse());
        IntegrityService service = service();
        assertThat(service.proposals()).containsExactly(new Proposal(Repair.SIGN_REVOCATION_LIST, 1));
        assertThat(check().of(Check.REVOCATION_LIST).orElseThrow().good())
                .as("looking mends nothing")
                .isFalse();
        assembly.run(() -> service.repair(Repair.SIGN_REVOCATION_LIST));
        assertThat(check().good()).isTrue();
        assertThat(service.proposals()).isEmpty();
    }

    @Test
    void aPairThatDoesNotOpenIsFoundAndThrownAway() throws SQLException {
        execute("update pooled_key set wrapped_private_key = X'010203'");
        assertThat(check().of(Check.STOCK).orElseThrow().bad()).isEqualTo(1);
        IntegrityService service = service();
        assertThat(service.proposals()).containsExactly(new Proposal(Repair.DISCARD_STOCK, 1));
        assertThat(assembly.inTransaction(() -> service.repair(Repair.DISCARD_STOCK)))
                .isEqualTo(1);
        assertThat(check().of(Check.STOCK).orElseThrow().looked()).isZero();
    }

    @Test
    void aKeyUnderAMasterKeyThatIsGoneIsFound() throws SQLException {
        execute("update wrapped_key set master_version = 7 where purpose = 'SPOOL'");
        assertBad(check(), Check.KEY_HIERARCHY, "SPOOL");
    }

    @Test
    void aChangedEntryOfTheAuditLogIsFound() throws SQLException {
        execute("update audit_entry set actor = 'eve' where entry_number = 1");
        assertBad(check(), Check.AUDIT_CHAIN, "1");
    }

    @Test
    void needsTheKeyManagerRunning() {
        lock.stop();
        assertThatThrownBy(this::check).isInstanceOf(KeyManagerUnavailable.class);
    }

    private IntegrityReport check() {
        return assembly.inTransaction(() -> service().check());
    }

    private IntegrityService service() {
        return assembly.get(IntegrityService.class);
    }

    private static void assertBad(IntegrityReport report, Check check, String... samples) {
        assertThat(report.of(check)).hasValueSatisfying(found -> {
            assertThat(found.bad()).isEqualTo(samples.length);
            assertThat(found.samples()).isEqualTo(List.of(samples));
        });
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = assembly.get(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
