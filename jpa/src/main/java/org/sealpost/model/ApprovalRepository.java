package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests for what is sensitive. */
@Dependent
public class ApprovalRepository {
    private static final Set<ApprovalState> OPEN = EnumSet.of(ApprovalState.PENDING, ApprovalState.APPROVED);

    private final EntityManager database;

    @Inject
    public ApprovalRepository(EntityManager database) {
        this.database = database;
    }

    /** Writes the request at once, which gives it its number. */
    public void add(ApprovalRequest request) {
        database.persist(request);
        database.flush();
    }

    public Optional<ApprovalRequest> byId(long id) {
        return Optional.ofNullable(database.find(ApprovalRequest.class, id));
    }

    /** The request as it is now, locked until the end of the transaction: of two people at once one waits here. */
    public Optional<ApprovalRequest> lock(long id) {
        Optional<ApprovalRequest> request =
                Optional.ofNullable(database.find(ApprovalRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
        request.ifPresent(found -> database.refresh(found, LockModeType.PESSIMISTIC_WRITE));
        return request;
    }

    /**
     * Requests, newest first.
     *
     * @param afterKey {@link Page#nextKey()} of the page before, empty for the first page
     * @param limit rows of the page, at least 1
     */
    public Page<ApprovalRequest> page(ApprovalQuery query, Optional<String> afterKey, int limit) {
        Condition condition = Condition.of(query);
        TypedQuery<ApprovalRequest> rows = database.createQuery(
                "select r from ApprovalRequest r where " + condition.text() + " and r.id < :before order by r.id desc",
                ApprovalRequest.class);
        rows.setParameter("before", afterKey.map(Long::parseLong).orElse(Long.MAX_VALUE));
        List<ApprovalRequest> found =
                condition.on(rows).setMaxResults(limit + 1).getResultList();
        return Page.of(found, limit, request -> Long.toString(request.id()));
    }

    /** How many requests there are, counted up to a limit: few enough wait at any time. */
    public int count(ApprovalQuery query, int limit) {
        Condition condition = Condition.of(query);
        return condition
                .on(database.createQuery("select r.id from ApprovalRequest r where " + condition.text(), Long.class))
                .setMaxResults(limit)
                .getResultList()
                .size();
    }

    /** Numbers of open requests whose time is over, oldest first. */
    public List<Long> overdue(Instant at, int limit) {
        return database.createQuery(
                        "select r.id from ApprovalRequest r where r.standing.state in :open and r.expiresAt <= :at"
                                + " order by r.expiresAt",
                        Long.class)
                .setParameter("open", OPEN)
                .setParameter("at", at)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Requests for that verb to which people still have to agree, locked. */
    public List<ApprovalRequest> pending(SensitiveVerb verb) {
        return database.createQuery(
                        "select r from ApprovalRequest r where r.standing.state = :state and r.terms.verb = :verb"
                                + " order by r.id",
                        ApprovalRequest.class)
                .setParameter("state", ApprovalState.PENDING)
                .setParameter("verb", verb)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The newest request of that person for that verb and subject to which everyone has agreed, locked. */
    public Optional<ApprovalRequest> approved(SensitiveVerb verb, String subject, MailboxId requester) {
        return database.createQuery(
                        "select r from ApprovalRequest r where r.standing.state = :state and r.terms.verb = :verb"
                                + " and r.terms.subject = :subject and r.requester.id = :requester order by r.id desc",
                        ApprovalRequest.class)
                .setParameter("state", ApprovalState.APPROVED)
                .setParameter("verb", verb)
                .setParameter("subject", subject)
                .setParameter("requester", requester.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .flatMap(found -> lock(found.id()));
    }

    private record Condition(String text, Map<String, Object> values) {
        static Condition of(ApprovalQuery query) {
            Map<String, Object> values = new HashMap<>();
            if (query instanceof ApprovalQuery.WaitingFor waiting) {
                values.put("state", ApprovalState.PENDING);
                values.put("person", waiting.person().value());
                values.put("roles", waiting.roles().isEmpty() ? Set.of("") : waiting.roles());
                values.put("at", waiting.at());
                return new Condition(
                        "r.standing.state = :state and r.approverRole in :roles and r.requester.id <> :person"
                                + " and r.expiresAt > :at"
                                + " and not exists (select 1 from r.approvals a where a.approver = :person)",
                        values);
            }
            if (query instanceof ApprovalQuery.RequestedBy requested) {
                values.put("person", requested.person().value());
                return new Condition("r.requester.id = :person", values);
            }
            ApprovalQuery.Everybodys all = (ApprovalQuery.Everybodys) query;
            StringBuilder text = new StringBuilder("r.id > 0");
            if (!all.verbs().isEmpty()) {
                text.append(" and r.terms.verb in :verbs");
                values.put("verbs", all.verbs());
            }
            if (all.state() != null) {
                text.append(" and r.standing.state = :state");
                values.put("state", all.state());
            }
            return new Condition(text.toString(), values);
        }

        <Q extends Query> Q on(Q query) {
            values.forEach(query::setParameter);
            return query;
        }
    }
}
