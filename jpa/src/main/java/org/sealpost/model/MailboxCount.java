package org.sealpost.model;

/** How many mailboxes are in a state. */
public record MailboxCount(MailboxState state, long mailboxes) {}
