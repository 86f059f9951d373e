package org.sealpost.mailbox;

import org.sealpost.protocol.BadInput;

/** The attachments together are larger than is sent. Argument: the limit in MB. */
public final class AttachmentsTooLarge extends BadInput {
    private static final long serialVersionUID = 1;

    AttachmentsTooLarge(long limitMegabytes) {
        super("attachments-too-large", limitMegabytes);
    }
}
