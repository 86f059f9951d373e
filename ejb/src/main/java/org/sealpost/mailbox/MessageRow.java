package org.sealpost.mailbox;

import java.time.Instant;
import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.Folder;
import org.sealpost.model.Seal;
import org.sealpost.pki.Finding;

/**
 * A line of the Inbox or of Sent.
 *
 * @param senderName may be empty
 * @param recipients names and addresses of To and Cc
 * @param subject of the outer header
 * @param seal how it is protected; whether the protection holds shows only when it is opened
 * @param format in which it is encrypted
 * @param size octets as stored
 * @param seen whether it was opened before
 * @param files whether it is known to bring attachments: of a sealed message, once it was opened
 * @param signature how its signatures stood when it was opened last; empty before, and when there are none
 */
public record MessageRow(
        long id,
        Folder folder,
        String senderAddress,
        String senderName,
        String recipients,
        String subject,
        Instant arrivedAt,
        Seal seal,
        Optional<EncryptionFormat> format,
        long size,
        boolean seen,
        boolean files,
        Optional<Finding.Outcome> signature) {}
