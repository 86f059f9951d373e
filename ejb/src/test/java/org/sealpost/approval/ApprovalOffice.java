package org.sealpost.approval;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.Staff;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.directory.Directory;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.ApprovalPolicyRepository;
import org.sealpost.model.ApprovalRequest;
import org.sealpost.model.ApprovalTerms;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.ChosenPolicy;
import org.sealpost.model.Folder;
import org.sealpost.model.MailboxId;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.Signatory;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.protocol.SealpostException;

/** The engine of approvals with its transactions, on a database that may outlive it; whoever the test says is logged in. */
public final class ApprovalOffice implements AutoCloseable {
    public final TestClock clock = new TestClock();
    public final Staff staff = new Staff();
    final TestAct act = new TestAct();
    public final Assembly assembly;
    public final Approvals approvals;
    private String login = "ada";

    public ApprovalOffice(DataSource database) {
        assembly = KeyManagers.assembly(database, clock, new Caller(() -> login));
        assembly.give(Directory.class, staff).give(TestAct.class, act);
        for (String officer : List.of("olga", "otto", "oona")) {
            staff.give(officer, "recovery-officer");
        }
        ownTransactions(assembly);
        assembly.get(ChangePolicy.class);
        approvals = assembly.get(Approvals.class);
    }

    /** Makes each step of a request a transaction of its own, as the container has it. */
    public static void ownTransactions(Assembly assembly) {
        assembly.give(ApprovalDesk.class, new TransactionalDesk(assembly, assembly.get(ApprovalDesk.class)));
    }

    /** From now on that person is logged in. */
    public ApprovalOffice as(String person) {
        login = person;
        return this;
    }

    /** Needs that many officers for the verb from now on. */
    public void policy(SensitiveVerb verb, int people) {
        policy(new ApprovalPolicy(verb, people, "recovery-officer", Duration.ofDays(1), false, false));
    }

    void policy(ApprovalPolicy policy) {
        assembly.run(() ->
                assembly.get(ApprovalPolicyRepository.class).add(new ChosenPolicy(policy, "set-up", clock.instant())));
    }

    Requested ask() {
        return approvals.request(SensitiveVerb.BACKUP, "Key Manager", "{}", "weekly", "T-7");
    }

    public Agreed agree(long request) {
        return approvals.approve(request, () -> {});
    }

    /** The request as the database has it. */
    public ApprovalRequest request(long id) {
        return assembly.inTransaction(() -> {
            ApprovalRequest found = assembly.get(ApprovalReader.class).byId(id);
            found.approvals();
            return found;
        });
    }

    /** Subjects of what lies in somebody's Inbox. */
    List<String> inbox(String person) {
        return assembly
                .inTransaction(() -> assembly.get(StoredMessageRepository.class)
                        .page(Staff.id(person), Folder.INBOX, "", Optional.empty(), 9))
                .rows()
                .stream()
                .map(message -> message.label().subject())
                .toList();
    }

    /** The log, oldest entry first. */
    public List<AuditRecord> log() {
        return assembly
                .inTransaction(() -> assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 50))
                .rows()
                .stream()
                .sorted((one, other) -> Long.compare(one.number(), other.number()))
                .map(entry -> entry.said())
                .toList();
    }

    public <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return assembly.inTransaction(work);
    }

    @Override
    public void close() {
        assembly.close();
    }

    /** What the container does around each call of the desk. */
    private static final class TransactionalDesk extends ApprovalDesk {
        private final Assembly assembly;
        private final ApprovalDesk desk;

        TransactionalDesk(Assembly assembly, ApprovalDesk desk) {
            this.assembly = assembly;
            this.desk = desk;
        }

        @Override
        Requested open(ApprovalTerms terms, Signatory requester, List<MailboxId> approvers) {
            return assembly.inTransaction(() -> desk.open(terms, requester, approvers));
        }

        @Override
        Agreed approve(long id, Signatory by, Runnable contribution) {
            return assembly.inTransaction(() -> desk.approve(id, by, contribution));
        }

        @Override
        boolean isLast(long id, Signatory by) {
            return assembly.inTransaction(() -> desk.isLast(id, by));
        }

        @Override
        void fail(long id, Signatory by, SealpostException failure) {
            assembly.run(() -> desk.fail(id, by, failure));
        }

        @Override
        void refuse(long id, Signatory by, String why) {
            assembly.run(() -> desk.refuse(id, by, why));
        }

        @Override
        void withdraw(long id, Signatory by) {
            assembly.run(() -> desk.withdraw(id, by));
        }

        @Override
        void expire(long id) {
            assembly.run(() -> desk.expire(id));
        }

        @Override
        Optional<ApprovalRequest> approved(SensitiveVerb verb, String subject, Signatory requester) {
            return assembly.inTransaction(() -> desk.approved(verb, subject, requester));
        }

        @Override
        void use(long id) {
            assembly.run(() -> desk.use(id));
        }
    }
}
