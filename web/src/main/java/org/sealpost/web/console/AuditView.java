package org.sealpost.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.audit.AuditLine;
import org.sealpost.audit.AuditService;
import org.sealpost.audit.ChainReport;
import org.sealpost.audit.LogCheckpoint;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.Outcome;
import org.sealpost.web.PagedList;

/** The audit page: searching the trail and proving that it is whole. */
@Named
@ViewScoped
public class AuditView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;
    private static final int CHECKPOINTS = 5;

    @Inject
    AuditService audit;

    private final PagedList<AuditLine> list = new PagedList<>(key -> audit.page(query(), key, ROWS));
    private final PagedList<LogCheckpoint> checkpoints = new PagedList<>(key -> audit.checkpoints(key, CHECKPOINTS));
    private @Nullable Boolean signed;
    private @Nullable String actor;
    private @Nullable String subject;
    private @Nullable Act act;
    private @Nullable Outcome outcome;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private transient @Nullable ChainReport report;

    /** Searches with what the fields say, from the newest entry on. */
    public void search() {
        list.restart();
    }

    /** Empties the fields and searches. */
    public void clear() {
        actor = null;
        subject = null;
        act = null;
        outcome = null;
        from = null;
        to = null;
        search();
    }

    /** Signs where the log stands now. */
    public void sign() {
        signed = audit.signCheckpoint().isPresent();
        checkpoints.restart();
    }

    /** Shows the checkpoints. */
    public void showCheckpoints() {
        checkpoints.restart();
    }

    /** The filters as the query of a download. */
    public String getExportQuery() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("actor", actor == null ? "" : actor);
        fields.put("subject", subject == null ? "" : subject);
        fields.put("act", act == null ? "" : act.name());
        fields.put("outcome", outcome == null ? "" : outcome.name());
        fields.put("from", from == null ? "" : query().span().from().toString());
        fields.put("to", to == null ? "" : query().span().to().toString());
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Walks the whole chain; what it showed is in {@link #getUnbroken()} or {@link #getBroken()}. */
    public void verify() {
        report = audit.verifyChain();
    }

    private AuditQuery query() {
        ZoneId zone = ZoneId.systemDefault();
        Instant first = from == null
                ? AuditQuery.Span.ALWAYS.from()
                : from.atStartOfDay(zone).toInstant();
        Instant end = to == null
                ? AuditQuery.Span.ALWAYS.to()
                : to.plusDays(1).atStartOfDay(zone).toInstant();
        return new AuditQuery(
                act,
                outcome,
                subject == null ? "" : subject,
                actor == null ? "" : actor,
                new AuditQuery.Span(first, end));
    }

    /** What the last check showed, when the chain holds; null otherwise. */
    public ChainReport.@Nullable Unbroken getUnbroken() {
        return report instanceof ChainReport.Unbroken unbroken ? unbroken : null;
    }

    /** What the last check showed, when the chain does not hold; null otherwise. */
    public ChainReport.@Nullable Broken getBroken() {
        return report instanceof ChainReport.Broken broken ? broken : null;
    }

    /** Whether the last click signed anything; null before it. */
    public @Nullable Boolean getSigned() {
        return signed;
    }

    /** Signed checkpoints, newest first. */
    public PagedList<LogCheckpoint> getCheckpoints() {
        return checkpoints;
    }

    /** The entries found. */
    public PagedList<AuditLine> getList() {
        return list;
    }

    /** Every act there is, to choose from. */
    public Act[] getActs() {
        return Act.values();
    }

    /** Every outcome there is, to choose from. */
    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public @Nullable String getActor() {
        return actor;
    }

    public void setActor(@Nullable String actor) {
        this.actor = actor;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable Act getAct() {
        return act;
    }

    public void setAct(@Nullable Act act) {
        this.act = act;
    }

    public @Nullable Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable Outcome outcome) {
        this.outcome = outcome;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }
}
