package org.sealpost.epf;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

/**
 * The client's side of an enrolment: makes the signing pair and a transport pair, sends only the public halves, and
 * turns the reply into a security file. Used by the web mailbox within one request and by the command-line client.
 */
public final class ClientEnrolment implements AutoCloseable {
    private final Providers providers;
    private final Hpke hpke;
    private final KeyPair signing;
    private final Hpke.Pair transport;
    private final EnrolmentRequest request;

    private ClientEnrolment(
            Providers providers, Hpke hpke, KeyPair signing, Hpke.Pair transport, EnrolmentRequest request) {
        this.providers = providers;
        this.hpke = hpke;
        this.signing = signing;
        this.transport = transport;
        this.request = request;
    }

    /**
     * Begins; the key type is {@link KeyType#EC_P256} unless the organisation's profile says otherwise.
     *
     * @param address the mailbox's address as the directory has it
     */
    public static ClientEnrolment begin(
            Providers providers, SecureRandom random, String address, TokenCode token, KeyType signingType) {
        Hpke hpke = new Hpke(providers, random);
        KeyPair signing = new KeyPairs(providers, random).generate(signingType);
        Hpke.Pair transport = hpke.keyPair();
        EnrolmentRequest request = new EnrolmentRequest(
                address, token.text(), SigningRequest.make(providers, address, signing), transport.publicKey());
        return new ClientEnrolment(providers, hpke, signing, transport, request);
    }

    /** What to send. */
    public EnrolmentRequest request() {
        return request;
    }

    /**
     * Completes; the returned file owns the signing key from now on.
     *
     * @throws org.sealpost.crypto.UnwrapFailed when the reply is not for this request
     * @throws BadEncoding when its content is broken, or a certificate does not fit its key
     */
    public SecurityFile complete(EnrolmentReply reply) {
        try (SecretBytes encoded = hpke.openContent(
                transport.privateKey(), IssuedKeysEncoding.INFO, IssuedKeysEncoding.binding(request), reply.sealed())) {
            IssuedKeys keys = IssuedKeysEncoding.decode(providers, encoded);
            requireFitting(keys);
            return new SecurityFile(
                    request.address(),
                    new OwnedKey(signing.getPrivate(), keys.signing()),
                    keys.encryption(),
                    keys.authorities());
        }
    }

    private void requireFitting(IssuedKeys keys) {
        boolean own = Arrays.equals(
                keys.signing().getPublicKey().getEncoded(), signing.getPublic().getEncoded());
        boolean all = keys.encryption().stream()
                .allMatch(key -> OwnedKey.belongTogether(
                        providers, key.privateKey(), key.certificate().getPublicKey()));
        if (!own || !all || keys.encryption().isEmpty()) {
            throw new BadEncoding("enrolment reply");
        }
    }

    /** Wipes the transport key; the signing key lives on in the security file, if there is one. */
    @Override
    public void close() {
        transport.close();
    }
}
