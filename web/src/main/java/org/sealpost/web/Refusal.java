package org.sealpost.web;

/**
 * A failure in words, as a page or a program gets to see it.
 *
 * @param code stable name of the failure in kebab-case
 * @param status HTTP status that goes with it, 400 to 599
 * @param cause one sentence: what happened
 * @param next one sentence: what to do now
 */
public record Refusal(String code, int status, String cause, String next) {

    /** Whether nobody foresaw this: its cause belongs in the log, and the reader is told to ask there. */
    public boolean unforeseen() {
        return status == 500;
    }
}
