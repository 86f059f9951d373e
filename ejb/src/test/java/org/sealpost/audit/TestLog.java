package org.sealpost.audit;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.model.Act;
import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;

/** A log, its key, and somebody who can write to its database. */
final class TestLog implements AutoCloseable {
    private static final byte[] SECRET = new byte[32];

    final TestClock clock = new TestClock();
    final Assembly assembly;
    final AuditLog log;
    final AuditService service;
    final Checkpoints checkpoints;
    final ChainKey chainKey;

    TestLog(DataSource database) {
        assembly = KeyManagers.assembly(database, clock, new Caller(() -> "ada"));
        log = assembly.get(AuditLog.class);
        service = assembly.get(AuditService.class);
        checkpoints = assembly.get(Checkpoints.class);
        chainKey = assembly.get(ChainKey.class);
    }

    @Override
    public void close() {
        assembly.close();
    }

    /** What comes of unlocking: the key, and a checkpoint over what was written before. */
    void open() {
        chainKey.open(SecretBytes.taking(SECRET.clone()));
        assembly.run(checkpoints::sign);
    }

    void running(int entries) {
        open();
        add(entries);
    }

    /** Cuts the log after an entry and makes everything that needs no key fit. */
    void cutTo(long number) {
        tamper("delete from audit_entry where entry_number > " + number);
        tamper("update audit_chain set last_number = " + number
                + ", last_hash = (select entry_hash from audit_entry where entry_number = " + number + ")");
    }

    /** Writes the log from an entry on anew, as somebody without the key would. */
    void forge(long from) {
        List<AuditEntry> all = entries();
        cutTo(from - 1);
        assembly.run(() -> all.stream().filter(entry -> entry.number() >= from).forEach(entry -> assembly.get(
                        AuditRepository.class)
                .add(
                        new AuditRecord(
                                entry.said().at(),
                                "eve",
                                entry.said().act(),
                                entry.said().outcome(),
                                entry.said().subject(),
                                ""),
                        hash -> null)));
    }

    List<AuditEntry> entries() {
        return assembly.inTransaction(() -> assembly.get(AuditRepository.class).after(0, 100));
    }

    void tamper(String statement) {
        assembly.run(() ->
                assembly.get(EntityManager.class).createNativeQuery(statement).executeUpdate());
    }

    ChainReport verify() {
        return assembly.inTransaction(service::verifyChain);
    }

    void add(int entries) {
        assembly.run(() -> IntStream.range(0, entries).forEach(i -> log.success(Act.ENABLE, "mailbox " + i, "")));
    }
}
