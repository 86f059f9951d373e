package org.sealpost.model;

/** What the audit log keeps an entry of; the names are part of the hash chain and never change. */
public enum Act {
    /** The Key Manager was set up. */
    SET_UP,
    /** The start-up password was given. */
    UNLOCK,
    /** The Key Manager was stopped. */
    STOP,
    /** The Key Manager was started again. */
    START,
    /** A mailbox was enabled: a token went out. */
    ENABLE,
    /** Another token went out. */
    NEW_TOKEN,
    /** A token was taken back. */
    WITHDRAW_TOKEN,
    /** A token was redeemed, or tried. */
    ENROL,
    /** New keys were granted to a mailbox that asked for renewal. */
    PREPARE_RENEWAL,
    /** The owner of a mailbox confirmed the renewed keys: they came into force. */
    RENEW,
    /** Keys of a renewal that was never confirmed were given up. */
    ABANDON_RENEWAL,
    /** The certificates of a mailbox ran out. */
    EXPIRE,
    /** The certificates of a mailbox were revoked. */
    REVOKE,
    /** A token went out to a revoked mailbox. */
    RE_ENABLE,
    /** A recovery token went out. */
    RECOVER,
    /** A revocation list was signed. */
    SIGN_REVOCATION_LIST,
    /** The formats were changed. */
    CHANGE_FORMATS,
    /** A security file was left on the server. */
    STORE_SECURITY_FILE,
    /** A security file was taken off the server. */
    DELETE_SECURITY_FILE,
    /** The password of a security file on the server was changed. */
    CHANGE_PASSWORD,
    /** A message was handed over to be sent. */
    SEND,
    /** A held or failed job was answered, retried or cancelled. */
    STEER_JOB
}
