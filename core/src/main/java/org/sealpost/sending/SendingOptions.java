package org.sealpost.sending;

/**
 * The two independent check boxes of a message.
 *
 * @param encrypt encrypt message contents and attachments
 * @param sign add a digital signature
 */
public record SendingOptions(boolean encrypt, boolean sign) {
    /** Neither. */
    public static final SendingOptions PLAIN = new SendingOptions(false, false);

    SendingOptions withoutEncryption() {
        return new SendingOptions(false, sign);
    }
}
