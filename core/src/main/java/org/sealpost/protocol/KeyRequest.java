package org.sealpost.protocol;

/** What a client sends to be granted keys: by a token when it enrols, by its signing key when it renews. */
public sealed interface KeyRequest permits EnrolmentRequest, RenewalRequest {
    /** The mailbox's address as the directory has it. */
    String address();

    /** Public HPKE key to which the reply is sealed. */
    byte[] transportKey();

    /** The whole request in one unambiguous encoding; the reply opens for no other. */
    byte[] content();
}
