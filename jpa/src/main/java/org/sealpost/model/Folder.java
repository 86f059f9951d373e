package org.sealpost.model;

/** The two folders of a mailbox. */
public enum Folder {
    INBOX,
    SENT
}
