package org.sealpost.model;

import java.time.Duration;

/**
 * What it takes until a sensitive verb is carried out.
 *
 * @param people how many different people besides the requester must agree, 0 to {@value #MOST_PEOPLE}; 0 carries it out
 *     at once
 * @param approverRole the role that everyone who agrees must have at that time
 * @param expiry how long a request waits, from {@link #SHORTEST} to {@link #LONGEST}
 * @param reasonRequired whether the requester must give a reason
 * @param ticketRequired whether the requester must name a ticket
 */
public record ApprovalPolicy(
        SensitiveVerb verb,
        int people,
        String approverRole,
        Duration expiry,
        boolean reasonRequired,
        boolean ticketRequired) {
    /** Most people that a policy may ask for. */
    public static final int MOST_PEOPLE = 20;

    /** Shortest time that a request may wait. */
    public static final Duration SHORTEST = Duration.ofMinutes(5);

    /** Longest time that a request may wait. */
    public static final Duration LONGEST = Duration.ofDays(90);

    /** The role of those who are trusted to agree, unless a policy names another. */
    public static final String STANDARD_ROLE = "recovery-officer";

    private static final Duration STANDARD_EXPIRY = Duration.ofDays(3);

    /** @throws IllegalArgumentException when a number is out of its range */
    public ApprovalPolicy {
        if (people < 0 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("a policy asks for 0 to " + MOST_PEOPLE + " people");
        }
        if (expiry.compareTo(SHORTEST) < 0 || expiry.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a request waits from " + SHORTEST + " to " + LONGEST);
        }
    }

    /** What holds while nobody has chosen otherwise. */
    public static ApprovalPolicy standard(SensitiveVerb verb) {
        boolean shared = verb.standardPeople() > 0;
        return new ApprovalPolicy(verb, verb.standardPeople(), STANDARD_ROLE, STANDARD_EXPIRY, shared, false);
    }

    /**
     * The same policy, made as strict as that of another verb: what can be done to many is not to be easier than the same
     * done to one. Where the other needs people, they have its role and its time; nobody agrees to this who could not
     * agree to that.
     */
    public ApprovalPolicy asStrictAs(ApprovalPolicy other) {
        boolean shared = other.people() > 0;
        return new ApprovalPolicy(
                verb,
                Math.max(people, other.people()),
                shared ? other.approverRole() : approverRole,
                shared && other.expiry().compareTo(expiry) < 0 ? other.expiry() : expiry,
                reasonRequired || other.reasonRequired(),
                ticketRequired || other.ticketRequired());
    }

    /** The same policy that asks for at least as many people. */
    public ApprovalPolicy atLeast(int least) {
        return new ApprovalPolicy(verb, Math.max(people, least), approverRole, expiry, reasonRequired, ticketRequired);
    }
}
