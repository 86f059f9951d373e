package org.sealpost.smime;

import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;

/**
 * The outermost encryption of a message that was opened.
 *
 * @param format in which it was
 * @param content what lay under it, byte for byte; readable as long as the opened message is not closed
 * @param vouched whether an intact signature lies right under it
 */
record OpenedEnvelope(EncryptionFormat format, MessageSource content, boolean vouched) {

    /**
     * Whether the same content in that format is as well protected from change as it was: no better, because a new
     * envelope must not vouch for what anybody may have changed, and no worse.
     */
    boolean keepsItsProtectionIn(EncryptionFormat other) {
        return vouched || format.authenticated() == other.authenticated();
    }
}
