package org.sealpost.mime;

/**
 * What a list of messages shows of one.
 *
 * @param hasAttachments whether the message holds a part to open or save; the parts of a seal or signature are none
 * @param size octets of the whole message
 */
public record MessageSummary(MessageHeaders headers, boolean hasAttachments, long size) {}
