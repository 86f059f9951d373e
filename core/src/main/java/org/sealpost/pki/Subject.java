package org.sealpost.pki;

/**
 * Whom a certificate names: the mailbox, and nothing of the person behind it or the organisation. That is what was
 * checked, and it cannot grow old or break on an odd name.
 *
 * @param address the mailbox's address; its local part may hold non-ASCII letters (RFC 6531)
 */
public record Subject(String address) {}
