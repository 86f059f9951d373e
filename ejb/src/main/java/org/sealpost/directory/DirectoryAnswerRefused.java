package org.sealpost.directory;

import org.sealpost.protocol.Unavailable;

/** What the directory answered cannot be used; an administrator of the directory has to look. */
public final class DirectoryAnswerRefused extends Unavailable {
    private static final long serialVersionUID = 1;

    /** What is wrong with the answer. */
    public enum Reason {
        /** More than one entry for what has to be unique. */
        AMBIGUOUS,
        /** An entry without an id, or with one that is none. */
        NO_ID,
        /** An entry whose mail address is missing or none. */
        BAD_ADDRESS,
        /** A group with too many members or groups in it. */
        GROUP_TOO_LARGE
    }

    /** @param subject what was asked for */
    DirectoryAnswerRefused(Reason reason, String subject) {
        super("directory-answer-refused", reason, subject);
    }
}
