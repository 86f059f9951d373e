package org.sealpost.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands, since when, who ended it and in which words.
 *
 * @param by login name of whoever refused or withdrew it
 * @param words why it was refused, or the code of the failure
 */
@Embeddable
public record ApprovalStanding(
        @Enumerated(EnumType.STRING) @Column(name = "state", nullable = false)
        ApprovalState state,

        @Column(name = "changed_at", nullable = false) Instant since,
        @Column(name = "closed_by") @Nullable String by,

        @Column(name = "closing_words") @Nullable String words) {
    private static final int MAX_WORDS = 1000;

    static ApprovalStanding open(ApprovalState state, Instant at) {
        return new ApprovalStanding(state, at, null, null);
    }

    /** @throws WrongApprovalState when the verb is not a right move from here */
    ApprovalStanding move(ApprovalVerb verb, ApprovalState next, Instant at) {
        require(verb);
        return open(next, at);
    }

    /** @throws WrongApprovalState when the verb is not a right move from here */
    void require(ApprovalVerb verb) {
        if (!state.allows(verb)) {
            throw new WrongApprovalState(state, verb);
        }
    }

    ApprovalStanding because(@Nullable String who, String why) {
        return new ApprovalStanding(state, since, who, MessageLabel.cut(why, MAX_WORDS));
    }

    /** Login name of whoever refused or withdrew it. */
    public Optional<String> closedBy() {
        return Optional.ofNullable(by);
    }

    /** Why it was refused, or the code of the failure. */
    public Optional<String> closingWords() {
        return Optional.ofNullable(words);
    }
}
