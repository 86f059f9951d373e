package org.sealpost.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What lists show of a message: outer headers, which S/MIME leaves readable, and its seal.
 *
 * @param senderName may be empty
 * @param recipientLine names and addresses of To and Cc for people to read; cut at 4000 characters
 * @param subject of the outer header, {@code [...]} if the seal hides it; cut at 998 characters
 * @param format in which it is encrypted, by name; empty when it is not
 * @param files whether it is known to bring attachments: of a sealed message, once its owner has opened it
 * @param arrivedAt when it was delivered
 */
public record MessageLabel(
        String senderAddress,
        String senderName,
        String recipientLine,
        String subject,
        Seal seal,
        Optional<String> format,
        boolean files,
        Instant arrivedAt) {
    static final int MAX_LINE = 4000;
    static final int MAX_SUBJECT = 998;

    public MessageLabel {
        recipientLine = cut(recipientLine, MAX_LINE);
        subject = cut(subject, MAX_SUBJECT);
    }

    static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
