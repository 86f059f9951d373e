package org.sealpost.protocol;

/**
 * What a client sends to redeem a token. It holds no private key: the signing pair stays with the client, which proves
 * its possession by the PKCS #10 signature.
 *
 * @param address the mailbox's address as the directory has it
 * @param token the token's text; a secret until it is spent
 * @param signingRequest PKCS #10 request (RFC 2986, DER) for the signing key
 * @param transportKey public HPKE key to which the reply is sealed
 */
@SuppressWarnings("ArrayRecordComponent") // goes over the wire, never compared
public record EnrolmentRequest(String address, String token, byte[] signingRequest, byte[] transportKey)
        implements KeyRequest {
    @Override
    public byte[] content() {
        return new Statement("sealpost enrolment 1")
                .with(address)
                .with(token)
                .with(signingRequest)
                .with(transportKey)
                .octets();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "EnrolmentRequest[" + address + "]";
    }
}
