package org.sealpost.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A query of the log with the conditions that were asked for and no others, so that the database takes an index for
 * each of them. A span of time becomes a span of numbers first: entries lie in the order of their numbers.
 */
record AuditSearch(List<String> conditions, Map<String, Object> values) {
    /** Above every character that a login or an address has. */
    private static final String LAST = "\uffff";

    static AuditSearch of(AuditQuery query, long before) {
        AuditSearch search = new AuditSearch(new ArrayList<>(), new HashMap<>());
        search.add("e.number < :before", "before", before);
        if (query.act() != null) {
            search.add("e.act = :act", "act", query.act());
        }
        if (query.outcome() != null) {
            search.add("e.outcome = :outcome", "outcome", query.outcome());
        }
        String actor = AuditKeys.lower(query.actor());
        if (!actor.isEmpty()) {
            search.add("e.keys.actor >= :actor and e.keys.actor < :actorEnd", "actor", actor);
            search.values.put("actorEnd", actor + LAST);
        }
        String subject = AuditKeys.lower(query.subject());
        if (!subject.isEmpty()) {
            search.add(
                    "(e.keys.subject >= :subject and e.keys.subject < :subjectEnd or e.keys.mailbox = :subject)",
                    "subject",
                    subject);
            search.values.put("subjectEnd", subject + LAST);
        }
        if (!query.span().equals(AuditQuery.Span.ALWAYS)) {
            search.add("e.at >= :from and e.at < :to", "from", query.span().from());
            search.values.put("to", query.span().to());
            search.conditions.add("e.number >= (" + bound("min") + ") and e.number <= (" + bound("max") + ")");
        }
        return search;
    }

    private static String bound(String end) {
        return "select " + end + "(b.number) from AuditEntry b where b.at >= :from and b.at < :to";
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** The query in the entities' language, newest entries first. */
    String text() {
        return "select e from AuditEntry e where " + String.join(" and ", conditions) + " order by e.number desc";
    }
}
