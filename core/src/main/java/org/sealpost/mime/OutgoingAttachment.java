package org.sealpost.mime;

/**
 * A file that goes out with a message.
 *
 * @param fileName made safe by the composer in the same way as on receiving
 * @param mediaType type/subtype; anything that is not one is sent as {@code application/octet-stream}
 */
public record OutgoingAttachment(String fileName, String mediaType, MessageSource content) {}
