package org.sealpost.mailbox;

import org.sealpost.mime.MessageSource;

/**
 * A stored message as it lies there, for a client that opens it by itself.
 *
 * @param row its line in the list
 * @param content its octets, read from the database when they are read
 */
public record FetchedMail(MessageRow row, MessageSource content) {}
