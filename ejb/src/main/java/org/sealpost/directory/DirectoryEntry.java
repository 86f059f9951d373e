package org.sealpost.directory;

import org.sealpost.model.MailboxId;

/**
 * A mailbox or a group of the corporate directory, checked for form.
 *
 * @param id the directory's immutable id; the only identity
 * @param address mail address
 * @param displayName name for people; the address when the directory has none
 * @param login name at the login; empty for groups
 * @param orgUnit organisational unit for people to tell namesakes apart; may be empty
 * @param group whether mail to it goes to its members
 */
public record DirectoryEntry(
        MailboxId id, String address, String displayName, String login, String orgUnit, boolean group) {}
