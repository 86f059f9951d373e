package org.sealpost.protocol;

import java.time.Instant;

/**
 * What a client sends to renew its keys before they run out. No token: the signing key in force vouches for the
 * request.
 *
 * @param address the mailbox's address as the security file has it
 * @param madeAt by the client's clock; an old request is refused
 * @param encryption whether a new encryption pair is asked for
 * @param signingRequest PKCS #10 request (RFC 2986, DER) for the new signing key; empty when the present one stays
 * @param transportKey public HPKE key to which the reply is sealed
 * @param proof signature of the signing key in force over {@link #statement}
 */
@SuppressWarnings("ArrayRecordComponent") // goes over the wire, never compared
public record RenewalRequest(
        String address, Instant madeAt, boolean encryption, byte[] signingRequest, byte[] transportKey, byte[] proof)
        implements KeyRequest {
    /** Whether a new signing key is to be certified. */
    public boolean signing() {
        return signingRequest.length > 0;
    }

    /** What the proof signs: everything else. */
    public byte[] statement() {
        return stated().octets();
    }

    @Override
    public byte[] content() {
        return stated().with(proof).octets();
    }

    private Statement stated() {
        return new Statement("sealpost renewal 1")
                .with(address)
                .with(madeAt)
                .with(encryption)
                .with(signingRequest)
                .with(transportKey);
    }

    /** The same request with its proof. */
    public RenewalRequest proven(byte[] signature) {
        return new RenewalRequest(address, madeAt, encryption, signingRequest, transportKey, signature);
    }

    @Override
    public String toString() {
        return "RenewalRequest[" + address + "]";
    }
}
