package org.sealpost.model;

/** What the audit log keeps an entry of; the names are part of the hash chain and never change. */
public enum Act {
    /** The Key Manager was set up. */
    SET_UP,
    /** The start-up password was given. */
    UNLOCK,
    /** Recovery shares opened the Key Manager in the place of a lost start-up password, and a new one was chosen. */
    RECOVER_STARTUP,
    /** The start-up password was changed. */
    CHANGE_STARTUP_PASSWORD,
    /** New recovery shares were handed out; the old ones are worth nothing. */
    NEW_RECOVERY_SHARES,
    /** A token was told to open the Key Manager. */
    ADD_TOKEN,
    /** The token opens the Key Manager no longer. */
    REMOVE_TOKEN,
    /** The master key was replaced. */
    ROTATE_MASTER_KEY,
    /** A backup was made. */
    BACK_UP,
    /** The Key Manager was restored from a backup. */
    RESTORE,
    /** The stored keys and certificates were checked. */
    CHECK_INTEGRITY,
    /** Something that the check had found was mended. */
    REPAIR,
    /** The Key Manager was stopped. */
    STOP,
    /** The Key Manager was started again. */
    START,
    /** A server took the one running Key Manager over from another that had died or given it back. */
    TAKE_OVER,
    /** A server that was paused or cut off found that another one runs the Key Manager now: it wiped its keys. */
    LOSE_SERVICE,
    /** An administrator let another server run the Key Manager. */
    HAND_OVER,
    /** The clock of a server was set back. */
    CLOCK_SET_BACK,
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
    /** Recovery officers were named: they share the escrow key now. */
    NAME_OFFICERS,
    /** An officer's share was opened for a request. */
    CONTRIBUTE,
    /** The keys of a mailbox were released to somebody who may read it by law. */
    RELEASE,
    /** Released keys were taken away as a file. */
    FETCH_RELEASED,
    /** Every escrowed key was opened once to see that it opens. */
    ESCROW_DRILL,
    /** Escrowed keys were sealed to a new version of the escrow key. */
    ROTATE_ESCROW_KEY,
    /** A revocation list was signed. */
    SIGN_REVOCATION_LIST,
    /** A key was certified that signs answers about single certificates. */
    APPOINT_RESPONDER,
    /** The formats were changed. */
    CHANGE_FORMATS,
    /** A security file was left on the server. */
    STORE_SECURITY_FILE,
    /** A security file was taken off the server. */
    DELETE_SECURITY_FILE,
    /** The password of a security file on the server was changed. */
    CHANGE_PASSWORD,
    /** The owner said with which program sealed mail is read. */
    CHOOSE_MAIL_PROGRAM,
    /** A message was handed over to be sent. */
    SEND,
    /** A held or failed job was answered, retried or cancelled. */
    STEER_JOB,
    /** Something was asked for that the caller's role does not allow, and that has no act of its own here. */
    ACCESS,
    /** Something sensitive was asked for, which others have to agree to. */
    REQUEST_APPROVAL,
    /** Somebody agreed to what another asked for. */
    APPROVE,
    /** Somebody said no to what another asked for. */
    REFUSE_REQUEST,
    /** A request was taken back. */
    WITHDRAW_REQUEST,
    /** A request ran out of time. */
    EXPIRE_REQUEST,
    /** What others had agreed to was done by its requester. */
    USE_APPROVAL,
    /** It was changed how many people must agree to something sensitive. */
    CHANGE_POLICY,
    /** Somebody gave his password once more before something sensitive. */
    STEP_UP,
    /** The audit log was taken out as a file. */
    EXPORT_AUDIT,
    /** A bulk run was planned: its mailboxes were looked at. */
    PLAN_BULK,
    /** A bulk run began. */
    START_BULK,
    /** A bulk run was paused, resumed or cancelled. */
    STEER_BULK,
    /** Tokens of a bulk run were taken out as letters or as a list. */
    TAKE_TOKENS,
    /** Tokens of a bulk run were wiped because they had been taken. */
    WIPE_TOKENS,
    /** A token was sent by mail. */
    MAIL_TOKEN,
    /** The text of the letters that bring tokens was changed. */
    CHANGE_LETTER,
    /** An owner was asked to renew. */
    REMIND,
    /** Another organisation's authority was trusted, or for other domains than before. */
    TRUST_AUTHORITY,
    /** Another organisation's authority was trusted no longer. */
    UNTRUST_AUTHORITY,
    /** A revocation list of a trusted authority was taken. */
    TAKE_AUTHORITY_LIST,
    /** It was allowed, or no longer, to fetch the revocation list of a trusted authority. */
    CHANGE_LIST_FETCHING,
    /** Somebody outside was added to the contacts of a mailbox, or another certificate of that person was confirmed. */
    ADD_CONTACT,
    /** Somebody outside was removed from the contacts of a mailbox. */
    REMOVE_CONTACT,
    /** An owner began, or went on, to put stored mail into new envelopes. */
    BEGIN_RESEALING,
    /** Putting stored mail into new envelopes came to its end, was paused or was interrupted. */
    END_RESEALING,
    /** A certificate of the escrow's key was made for other organisations. */
    OFFER_TRANSFER,
    /** Mailboxes were sealed for another Key Manager with their key history. */
    EXPORT_MAILBOXES,
    /** The file of an export was taken out. */
    FETCH_EXPORT,
    /** An export was given up. */
    WITHDRAW_EXPORT,
    /** The other Key Manager's receipt was taken: who has arrived there has moved. */
    CONFIRM_EXPORT,
    /** A file of another Key Manager was looked at. */
    LOOK_AT_IMPORT,
    /** Mailboxes of another Key Manager were taken in with their key history. */
    IMPORT_MAILBOXES,
    /** An import was given up. */
    DROP_IMPORT,
    /** A receipt was signed for what has arrived. */
    SIGN_RECEIPT,
    /** Somebody outside opened an account by ACME, or tried to use one. */
    OPEN_PARTNER_ACCOUNT,
    /** An account of somebody outside was given up, or ended by an administrator. */
    CLOSE_PARTNER_ACCOUNT,
    /** The key of a partner's account was changed. */
    CHANGE_PARTNER_KEY,
    /** A partner ordered a certificate. */
    ORDER_CERTIFICATE,
    /** A partner's mail answered a challenge, rightly or not. */
    ANSWER_CHALLENGE,
    /** A partner was given a certificate. */
    CERTIFY_PARTNER,
    /** A partner's certificate was revoked. */
    REVOKE_PARTNER
}
