package org.sealpost.epf;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Hpke;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyProof;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.RenewalConfirmation;
import org.sealpost.protocol.RenewalRequest;

/**
 * The client's side of a renewal, in two phases: {@link #request} asks, {@link #complete} puts the new keys beside the
 * old ones in a new security file; once that file is safe, {@link #confirmation} puts the new keys in force. Whatever
 * breaks before, the old file goes on working and the Key Manager goes on with the old certificates.
 */
public final class ClientRenewal implements AutoCloseable {
    private final Providers providers;
    private final Hpke hpke;
    private final SecurityFile current;
    private final KeyPair signing;
    private final Hpke.Pair transport;
    private final RenewalRequest request;

    private ClientRenewal(Begun begun, KeyPair signing, Hpke.Pair transport, RenewalRequest request) {
        this.providers = begun.providers();
        this.hpke = begun.hpke();
        this.current = begun.current();
        this.signing = signing;
        this.transport = transport;
        this.request = request;
    }

    private record Begun(Providers providers, Hpke hpke, SecurityFile current) {}

    /**
     * Begins.
     *
     * @param current the security file in use; stays the caller's to close unless {@link #complete} succeeds
     * @param which the keys to renew, at least one
     * @param now by the client's clock
     */
    public static ClientRenewal begin(
            Providers providers,
            SecureRandom random,
            SecurityFile current,
            Set<CertificateProfile> which,
            Instant now) {
        if (which.isEmpty()) {
            throw new IllegalArgumentException("nothing to renew");
        }
        Hpke hpke = new Hpke(providers, random);
        boolean renewsSigning = which.contains(CertificateProfile.SIGNING);
        KeyPair signing = renewsSigning ? new KeyPairs(providers, random).generate(KeyType.EC_P256) : kept(current);
        Hpke.Pair transport = hpke.keyPair();
        RenewalRequest unproven = new RenewalRequest(
                current.mailbox(),
                now,
                which.contains(CertificateProfile.ENCRYPTION),
                renewsSigning ? SigningRequest.make(providers, current.mailbox(), signing) : new byte[0],
                transport.publicKey(),
                new byte[0]);
        RenewalRequest request = unproven.proven(KeyProof.make(providers, current.signing(), unproven.statement()));
        return new ClientRenewal(new Begun(providers, hpke, current), signing, transport, request);
    }

    private static KeyPair kept(SecurityFile current) {
        return new KeyPair(
                current.signing().certificate().getPublicKey(),
                current.signing().privateKey());
    }

    /** What to send. */
    public RenewalRequest request() {
        return request;
    }

    /**
     * The security file with the new keys and the whole history. It owns the keys of the present file from now on:
     * close only the result.
     *
     * @throws org.sealpost.crypto.UnwrapFailed when the reply is not for this request
     * @throws BadEncoding when its content is broken, a certificate does not fit its key, or something else was granted
     *     than asked for
     */
    public SecurityFile complete(EnrolmentReply reply) {
        try (SecretBytes encoded = hpke.openContent(
                transport.privateKey(), IssuedKeysEncoding.INFO, IssuedKeysEncoding.binding(request), reply.sealed())) {
            IssuedKeys granted = IssuedKeysEncoding.decode(providers, encoded);
            requireAskedFor(granted);
            SecurityFile renewed = current.withSigning(new OwnedKey(signing.getPrivate(), granted.signing()));
            return granted.encryption().isEmpty()
                    ? renewed
                    : renewed.withEncryption(granted.encryption().get(0));
        }
    }

    private void requireAskedFor(IssuedKeys granted) {
        boolean own = same(granted.signing().getPublicKey(), signing.getPublic());
        boolean count = granted.encryption().size() == (request.encryption() ? 1 : 0);
        boolean fits = granted.encryption().stream()
                .allMatch(key -> OwnedKey.belongTogether(
                        providers, key.privateKey(), key.certificate().getPublicKey()));
        if (!own || !count || !fits) {
            throw new BadEncoding("renewal reply");
        }
    }

    private static boolean same(PublicKey one, PublicKey other) {
        return Arrays.equals(one.getEncoded(), other.getEncoded());
    }

    /**
     * To be sent once the renewed file is safely stored; may be sent again when no answer came.
     *
     * @param renewed what {@link #complete} gave, or the same file opened again
     */
    public static RenewalConfirmation confirmation(Providers providers, SecurityFile renewed) {
        RenewalConfirmation unproven = new RenewalConfirmation(
                renewed.signing().certificate().getSerialNumber(),
                renewed.currentEncryption().certificate().getSerialNumber(),
                new byte[0]);
        return new RenewalConfirmation(
                unproven.signing(),
                unproven.encryption(),
                KeyProof.make(providers, renewed.signing(), unproven.statement()));
    }

    /** Wipes the transport key; the new signing key lives on in the security file, if there is one. */
    @Override
    public void close() {
        transport.close();
    }
}
