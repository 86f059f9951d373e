package org.sealpost.epf;

import java.security.SecureRandom;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

/**
 * The client's side of an enrolment: makes the signing pair and a transport pair, sends only the public halves, and
 * turns the reply into a security file. Closing it destroys what was not handed over.
 */
public final class ClientEnrolment implements AutoCloseable {
    private ClientEnrolment() {}

    /**
     * Begins; the key type is {@link KeyType#EC_P256} unless the organisation's profile says otherwise.
     *
     * @param address the mailbox's address as the directory has it
     */
    public static ClientEnrolment begin(
            Providers providers, SecureRandom random, String address, TokenCode token, KeyType signingType) {
        return org.sealpost.crypto.Soon.soon();
    }

    /** What to send. */
    public EnrolmentRequest request() {
        return org.sealpost.crypto.Soon.soon();
    }

    /**
     * Completes; the returned file owns the signing key from now on.
     *
     * @throws org.sealpost.crypto.UnwrapFailed when the reply is not for this request
     * @throws org.sealpost.crypto.BadEncoding when its content is broken, or a certificate does not fit its key
     */
    public SecurityFile complete(EnrolmentReply reply) {
        return org.sealpost.crypto.Soon.soon();
    }

    @Override
    public void close() {}
}
