package org.sealpost.model;

/**
 * A user's choice for new messages.
 *
 * @param encryptByDefault message contents and attachments are encrypted
 * @param signByDefault a digital signature is added
 */
public record MailboxOptions(boolean encryptByDefault, boolean signByDefault) {}
