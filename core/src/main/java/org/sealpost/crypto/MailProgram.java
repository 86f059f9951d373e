package org.sealpost.crypto;

/**
 * The programs that people take their security file to, each with what it reads. A message that a program cannot read is
 * often shown as an empty one without any warning, so what is not known to work is not written. The names are kept in the
 * database and never change.
 */
public enum MailProgram {
    /** The mailbox's own pages and command line, and nothing else. */
    SEALPOST,
    /** Tried with version 153: shows a blank message for AES-GCM; its engine NSS to 3.87 refuses RSA-OAEP. */
    THUNDERBIRD,
    /** Microsoft documents AES-CBC and PKCS #1 v1.5 for it. */
    OUTLOOK,
    /** Nothing beyond AES-CBC is documented for it. */
    APPLE_MAIL,
    /** Tried with gpgsm 2.2 and 2.4: reads neither AES-GCM nor RSA-OAEP. */
    GNUPG,
    /** Whatever RFC 8551 obliges every program to read. */
    OTHER;

    /** What mail to somebody who reads with this program may be sealed in. */
    public Capabilities capabilities() {
        return this == SEALPOST ? Capabilities.OWN : Capabilities.STANDARD;
    }
}
