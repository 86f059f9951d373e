package org.sealpost.model;

/**
 * What is sensitive enough to be asked for and to have a policy: how many other people must agree, and who. The names
 * are kept in the database and never change.
 */
public enum SensitiveVerb {
    /** Gives the key history of a mailbox back to its owner. */
    RECOVER(2),
    /** Gives the key history of a mailbox to somebody who may read it by law. */
    RELEASE(2),
    /** Ends the certificates of a mailbox before their time. */
    REVOKE(0),
    /** Enables many mailboxes at once. */
    BULK_ENABLE(0),
    /** Revokes many mailboxes at once. */
    BULK_REVOKE(0),
    /** Renews the keys of many mailboxes at once. */
    BULK_RENEW(0),
    /** Changes what mail is encrypted with. */
    CHANGE_FORMATS(0),
    /** Changes how many people must agree to one of these verbs. */
    CHANGE_POLICY(1),
    /** Says who the recovery officers are. */
    NAME_OFFICERS(0),
    /** Says who holds a share of the master key. */
    NAME_SHARE_HOLDERS(0),
    /** Trusts another organisation's authority, or no longer. */
    TRUST_AUTHORITY(1),
    /** Takes mailboxes with their key history to another Key Manager. */
    EXPORT_MAILBOXES(1),
    /** Takes mailboxes with their key history from another Key Manager. */
    IMPORT_MAILBOXES(1),
    /** Writes a backup of the Key Manager. */
    BACKUP(0),
    /** Opens the master key after a start of the server or a stop. */
    UNLOCK(0),
    /** Makes a new version of the master key. */
    ROTATE_MASTER_KEY(0),
    /** Makes a new version of the escrow key. */
    ROTATE_ESCROW_KEY(2),
    /** Opens every escrowed key once to see that it opens, and keeps none. */
    ESCROW_DRILL(2);

    private final int standardPeople;

    SensitiveVerb(int standardPeople) {
        this.standardPeople = standardPeople;
    }

    /** How many people besides the requester must agree while nobody has chosen otherwise. */
    int standardPeople() {
        return standardPeople;
    }
}
