package org.sealpost.pki;

/**
 * Whom a certificate names. Any text is allowed: it is escaped by the encoder and cut to the upper bounds of RFC 5280
 * (64 characters) on writing; identity hangs on the address and the directory's id, never on these names.
 *
 * @param address the mailbox's address; its local part may hold non-ASCII letters (RFC 6531)
 * @param commonName the person's display name; the address stands in when blank
 * @param organisation the organisation's name; may be blank
 */
public record Subject(String address, String commonName, String organisation) {}
