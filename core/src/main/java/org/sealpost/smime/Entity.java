package org.sealpost.smime;

import java.util.List;

/**
 * A MIME entity on its way out: its {@code Content-*} fields and its body, the part of a message that sealing wraps.
 *
 * @param fields the fields with their line ends, byte for byte
 * @param separator the empty line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entity(byte[] fields, byte[] separator, Content body) {

    /** Everything of it, as it is signed and encrypted. */
    Content whole() {
        return Content.join(List.of(Content.of(fields), Content.of(separator), body));
    }
}
