package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ApprovalRepositoryTest {
    private static final Set<String> OFFICER = Set.of("recovery-officer", "auditor");

    private final TestDatabase.Opened database;

    ApprovalRepositoryTest(TestDatabase make) {
        database = make.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRequestComesBackAsItWas() {
        long id = add(2);
        database.run(em -> lock(em, id).approve(ApprovalRequestTest.OLGA, ApprovalRequestTest.NOW));
        ApprovalRequest found =
                database.find(em -> new ApprovalRepository(em).byId(id)).orElseThrow();
        assertThat(found.terms()).isEqualTo(ApprovalRequestTest.request(2).terms());
        assertThat(found.requester()).isEqualTo(ApprovalRequestTest.ADA);
        assertThat(found.state()).isEqualTo(ApprovalState.PENDING);
        assertThat(found.expiresAt()).isEqualTo(ApprovalRequestTest.request(2).expiresAt());
        assertThat(found.standing().closedBy()).isEmpty();
    }

    @Test
    void ofManyWhoAgreeAtOnceExactlyOneIsTheLast() throws Exception {
        long id = add(3);
        List<Callable<Boolean>> everybody = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> agree(id, i))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int last = 0;
        try {
            for (Future<Boolean> one : threads.invokeAll(everybody)) {
                last += one.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(last).isEqualTo(1);
        database.run(em -> assertThat(lock(em, id).approvals()).hasSize(3));
    }

    private boolean agree(long id, int number) {
        Signatory person = new Signatory(new MailboxId("id-" + number), "p" + number, "Person " + number);
        try {
            return database.call(em -> lock(em, id).approve(person, ApprovalRequestTest.NOW));
        } catch (WrongApprovalState tooLate) {
            return false;
        }
    }

    @Test
    void theDatabaseItselfCountsAPersonOnce() {
        long id = add(2);
        database.run(em -> lock(em, id).approve(ApprovalRequestTest.OLGA, ApprovalRequestTest.NOW));
        assertThatThrownBy(() -> database.run(em -> em.createNativeQuery(
                                "insert into approval select request_id, 1, approver, login, name, given_at from"
                                        + " approval")
                        .executeUpdate()))
                .isInstanceOf(PersistenceException.class);
    }

    @Test
    void whatWaitsForSomebodyIsNotHisOwnNotAgreedToNotOverAndOfHisRole() {
        long id = add(2);
        assertThat(waitingFor(ApprovalRequestTest.OLGA)).containsExactly(id);
        assertThat(waitingFor(ApprovalRequestTest.ADA)).isEmpty();
        database.run(em -> lock(em, id).approve(ApprovalRequestTest.OLGA, ApprovalRequestTest.NOW));
        assertThat(waitingFor(ApprovalRequestTest.OLGA)).isEmpty();
        assertThat(waitingFor(ApprovalRequestTest.OTTO)).containsExactly(id);
        assertThat(found(new ApprovalQuery.WaitingFor(
                        ApprovalRequestTest.OTTO.id(), Set.of("mailbox-admin"), ApprovalRequestTest.NOW)))
                .isEmpty();
        assertThat(found(
                        new ApprovalQuery.WaitingFor(ApprovalRequestTest.OTTO.id(), Set.of(), ApprovalRequestTest.NOW)))
                .isEmpty();
        assertThat(found(new ApprovalQuery.WaitingFor(
                        ApprovalRequestTest.OTTO.id(),
                        OFFICER,
                        ApprovalRequestTest.request(2).expiresAt())))
                .isEmpty();
    }

    @Test
    void listsGoBackInTimePageByPage() {
        List<Long> ids = IntStream.range(0, 5).mapToObj(i -> add(1)).toList();
        ApprovalQuery all = new ApprovalQuery.Everybodys(Set.of(SensitiveVerb.CHANGE_FORMATS), ApprovalState.PENDING);
        Page<ApprovalRequest> first = page(all, Optional.empty());
        Page<ApprovalRequest> second = page(all, first.nextKey());
        assertThat(first.rows()).extracting(ApprovalRequest::id).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(second.rows()).extracting(ApprovalRequest::id).containsExactly(ids.get(1), ids.get(0));
        assertThat(found(new ApprovalQuery.Everybodys(Set.of(SensitiveVerb.REVOKE), null)))
                .isEmpty();
        assertThat(found(new ApprovalQuery.RequestedBy(ApprovalRequestTest.ADA.id())))
                .hasSize(3);
        assertThat(found(new ApprovalQuery.RequestedBy(ApprovalRequestTest.OLGA.id())))
                .isEmpty();
        assertThat(database.<Integer>call(em -> new ApprovalRepository(em).count(all, 4)))
                .isEqualTo(4);
    }

    @Test
    void whatIsOverIsFoundAndWhatIsClosedIsNot() {
        long open = add(1);
        long closed = add(1);
        database.run(em -> lock(em, closed).withdraw(ApprovalRequestTest.ADA, ApprovalRequestTest.NOW));
        assertThat(database.list(em -> new ApprovalRepository(em).overdue(ApprovalRequestTest.NOW, 9)))
                .isEmpty();
        assertThat(database.list(em -> new ApprovalRepository(em)
                        .overdue(ApprovalRequestTest.request(1).expiresAt(), 9)))
                .containsExactly(open);
        assertThat(database.list(em -> new ApprovalRepository(em).pending(SensitiveVerb.CHANGE_FORMATS)))
                .extracting(ApprovalRequest::id)
                .containsExactly(open);
    }

    @Test
    void theNewestApprovedRequestOfSomebodyIsFound() {
        add(1);
        long approved = add(0);
        assertThat(approved(ApprovalRequestTest.ADA)).contains(approved);
        assertThat(approved(ApprovalRequestTest.OLGA)).isEmpty();
    }

    @Test
    void aChosenPolicyStandsInFrontOfTheStandardOne() {
        assertThat(policy()).isEqualTo(ApprovalPolicy.standard(SensitiveVerb.CHANGE_FORMATS));
        ApprovalPolicy chosen = ApprovalRequestTest.policy(4, "auditor");
        database.run(
                em -> new ApprovalPolicyRepository(em).add(new ChosenPolicy(chosen, "ada", ApprovalRequestTest.NOW)));
        assertThat(policy()).isEqualTo(chosen);
        ApprovalPolicy other = ApprovalRequestTest.policy(1, "km-admin");
        database.run(em -> new ApprovalPolicyRepository(em)
                .lock(SensitiveVerb.CHANGE_FORMATS)
                .orElseThrow()
                .choose(other, "olga", ApprovalRequestTest.NOW));
        assertThat(policy()).isEqualTo(other);
        assertThatThrownBy(() -> new ChosenPolicy(chosen, "ada", ApprovalRequestTest.NOW)
                        .choose(ApprovalPolicy.standard(SensitiveVerb.REVOKE), "ada", ApprovalRequestTest.NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ApprovalPolicy policy() {
        return database.call(em -> new ApprovalPolicyRepository(em).policy(SensitiveVerb.CHANGE_FORMATS));
    }

    private long add(int people) {
        return database.call(em -> {
            ApprovalRequest request = ApprovalRequestTest.request(people);
            new ApprovalRepository(em).add(request);
            return request.id();
        });
    }

    private static ApprovalRequest lock(EntityManager em, long id) {
        return new ApprovalRepository(em).lock(id).orElseThrow();
    }

    private Optional<Long> approved(Signatory person) {
        return database.find(em -> new ApprovalRepository(em)
                .approved(SensitiveVerb.CHANGE_FORMATS, "formats", person.id())
                .map(ApprovalRequest::id));
    }

    private List<Long> waitingFor(Signatory person) {
        return found(new ApprovalQuery.WaitingFor(person.id(), OFFICER, ApprovalRequestTest.NOW));
    }

    private List<Long> found(ApprovalQuery query) {
        return page(query, Optional.empty()).rows().stream()
                .map(ApprovalRequest::id)
                .toList();
    }

    private Page<ApprovalRequest> page(ApprovalQuery query, Optional<String> after) {
        return database.call(em -> new ApprovalRepository(em).page(query, after, 3));
    }
}
