package org.sealpost.enrolment;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.Mailbox;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;

/** A running Key Manager where one mailbox has been enrolled by a real token; for what comes later in its life. */
public final class Enrolled implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Office office = new Office();
    private final DirectoryEntry entry;
    private final SecurityFile file;

    private Enrolled(DirectoryEntry entry) {
        this.entry = entry;
        TokenCode token = TokenCode.parse(
                office.call(() -> office.get(TokenDesk.class).handOut(entry, Act.ENABLE, Mailbox::issueToken))
                        .token());
        try (ClientEnrolment client =
                ClientEnrolment.begin(Providers.best(), RANDOM, entry.address(), token, KeyType.EC_P256)) {
            file = client.complete(
                    office.call(() -> office.get(EnrolmentService.class).enrol(client.request())));
        }
    }

    /** Alice, who is logged in. */
    public static Enrolled alice() {
        return new Enrolled(TestPeople.ALICE);
    }

    public DirectoryEntry entry() {
        return entry;
    }

    public MailboxId id() {
        return entry.id();
    }

    /** What the enrolment gave. */
    public SecurityFile file() {
        return file;
    }

    public TestClock clock() {
        return office.clock;
    }

    public <T> T get(Class<T> type) {
        return office.get(type);
    }

    /** What the container's door does. */
    public <T> T call(Supplier<T> work) {
        return office.call(work);
    }

    public void run(Runnable work) {
        office.assembly.run(work);
    }

    /** What the audit log tells, the oldest first. */
    public List<Act> acts() {
        return office.call(() -> office.get(AuditRepository.class).after(0, 1000).stream()
                .map(line -> line.said().act())
                .toList());
    }

    @Override
    public void close() {
        file.close();
        office.close();
    }
}
