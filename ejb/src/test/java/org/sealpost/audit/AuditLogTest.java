package org.sealpost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.model.Act;

class AuditLogTest {
    private final Assembly assembly = KeyManagers.assembly(new TestClock(), "ada");
    private final AuditLog log = assembly.get(AuditLog.class);
    private final AuditService service = assembly.get(AuditService.class);
    private final ChainKey chainKey = assembly.get(ChainKey.class);

    @AfterEach
    void close() {
        assembly.close();
    }

    @Test
    void anEmptyLogIsUnbroken() {
        assertThat(verify()).isEqualTo(new ChainReport.Unbroken(0, 0));
    }

    @Test
    void manyEntriesAreWalkedStepByStep() {
        add(1203);
        assertThat(verify()).isEqualTo(new ChainReport.Unbroken(1203, 0));
    }

    @Test
    void theLastAuthenticatedEntryVouchesForAllBefore() {
        add(2);
        chainKey.open(SecretBytes.random(32, new SecureRandom()));
        add(3);
        assertThat(verify()).isEqualTo(new ChainReport.Unbroken(5, 5));
        chainKey.close();
        add(1);
        assertThat(verify()).isEqualTo(new ChainReport.Unbroken(6, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "update audit_entry set details = 'nothing' where entry_number = 3, 3, DOES_NOT_FOLLOW",
        "update audit_entry set happened_at = timestamp with time zone '2020-01-01 00:00:00Z' where entry_number = 2,"
                + " 2, DOES_NOT_FOLLOW",
        "delete from audit_entry where entry_number = 2, 2, DOES_NOT_FOLLOW",
        "delete from audit_entry where entry_number = 5, 5, CUT_OFF",
        "delete from audit_entry, 1, CUT_OFF",
        "update audit_entry set mac = X'00' where entry_number = 4, 4, NOT_AUTHENTIC"
    })
    void whoeverChangesTheTableIsFoundOut(String tampering, long number, ChainReport.Fault fault) {
        chainKey.open(SecretBytes.random(32, new SecureRandom()));
        add(5);
        assembly.run(() ->
                assembly.get(EntityManager.class).createNativeQuery(tampering).executeUpdate());
        assertThat(verify()).isEqualTo(new ChainReport.Broken(number, fault));
    }

    @Test
    void whoeverRecomputesTheHashesStillLacksTheKey() {
        chainKey.open(SecretBytes.random(32, new SecureRandom()));
        add(3);
        chainKey.open(SecretBytes.random(32, new SecureRandom()));
        assertThat(verify()).isEqualTo(new ChainReport.Broken(1, ChainReport.Fault.NOT_AUTHENTIC));
    }

    @Test
    void whatTheServerDoesByItselfIsTheSystems() {
        assertThat(new Caller(() -> "anonymous").name()).isEqualTo(Caller.SYSTEM);
        assertThat(new Caller(() -> "").name()).isEqualTo(Caller.SYSTEM);
        assertThat(new Caller(() -> "ada").name()).isEqualTo("ada");
    }

    private ChainReport verify() {
        return assembly.inTransaction(service::verifyChain);
    }

    private void add(int entries) {
        assembly.run(() -> IntStream.range(0, entries).forEach(i -> log.success(Act.ENABLE, "mailbox " + i, "")));
    }
}
