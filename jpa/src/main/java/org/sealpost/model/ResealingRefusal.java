package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why a stored message was left as it was in a run of {@link Resealing}; it goes with its message. */
@Entity
@Table(name = "resealing_refusal")
@NamedQuery(
        name = ResealingRefusal.PAGE,
        query = "select new org.sealpost.model.RefusedMessage(m, r) from ResealingRefusal r, StoredMessage m"
                + " where m.id = r.messageId and r.owner = :owner and r.number = :number and r.messageId > :after"
                + " order by r.messageId")
@NamedQuery(
        name = ResealingRefusal.COUNT_DUE,
        query = "select count(m) from StoredMessage m where m.owner = :owner and m.seal in :sealed"
                + " and m.format in :weaker and not exists (select r from ResealingRefusal r"
                + " where r.messageId = m.id and r.number = :number)")
@WrittenByAnyServer("mail goes on on every server")
public class ResealingRefusal {
    static final String PAGE = "ResealingRefusal.page";
    static final String COUNT_DUE = "ResealingRefusal.countDue";

    private static final int MAX_DETAIL = 400;
    private static final String SEPARATOR = "\n";

    @Id
    @Column(name = "message_id")
    private long messageId;

    @Column(nullable = false)
    private String owner;

    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private String code;

    @Column(nullable = false)
    private String detail;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ResealingRefusal() {}

    /** @param run in which it was left alone */
    ResealingRefusal(long message, Resealing run) {
        this.messageId = message;
        this.owner = run.owner().value();
        this.number = run.number();
        this.code = "";
        this.detail = "";
    }

    /** In that run, and for that reason. */
    void say(Resealing run, String why, List<Object> arguments) {
        number = run.number();
        code = why;
        String all = arguments.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR));
        detail = all.length() > MAX_DETAIL ? all.substring(0, MAX_DETAIL) : all;
    }

    public long messageId() {
        return messageId;
    }

    /** Code of a refusal, whose words are where those of all refusals are. */
    public String code() {
        return code;
    }

    /** Values for the text's placeholders. */
    public List<Object> arguments() {
        return detail.isEmpty() ? List.of() : List.of((Object[]) detail.split(SEPARATOR, -1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResealingRefusal that && messageId == that.messageId;
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(messageId);
    }
}
