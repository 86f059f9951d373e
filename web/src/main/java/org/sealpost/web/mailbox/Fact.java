package org.sealpost.web.mailbox;

/**
 * A line of a certificate's details.
 *
 * @param labelKey key of its name
 * @param code whether it is digits to compare, not words to read
 */
public record Fact(String labelKey, String value, boolean code) {}
