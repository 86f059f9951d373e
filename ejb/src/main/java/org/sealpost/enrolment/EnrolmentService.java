package org.sealpost.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.issuing.Provision;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.model.OneTimeToken;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;
import org.sealpost.settings.ServerConfiguration;

/**
 * Redeeming a token. What needs no transaction is done first: reading the token, asking the directory, checking the
 * proof of possession; then the token is checked and an encryption pair made if none is in stock, and at last everything
 * is done in one transaction.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EnrolmentService {
    /** What the beans behind the standard protocols run as; nobody logs in with it. */
    public static final String PROTOCOL = "protocol";

    @Inject
    OwnMailbox own;

    @Inject
    KeyRing ring;

    @Inject
    Providers providers;

    @Inject
    TokenCheck tokenCheck;

    @Inject
    Provision provision;

    @Inject
    ServerConfiguration configuration;

    @Inject
    Enrolment enrolment;

    /**
     * Redeems the caller's token.
     *
     * @return certificates and encryption keys, sealed to the request's transport key
     * @throws org.sealpost.protocol.MistypedToken for a slip, which costs no try
     * @throws TokenRefused when the token is wrong, which costs a try, or dead
     * @throws WrongAddress when the request names another mailbox than the caller's
     * @throws org.sealpost.pki.ProofFailed when the signing key's possession is not proved
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed("user")
    @Audited(Act.ENROL)
    public EnrolmentReply enrol(EnrolmentRequest request) {
        ring.requireRunning();
        TokenCode code = TokenCode.parse(request.token());
        DirectoryEntry entry = own.entry();
        requireSame(request.address(), entry.address());
        SigningRequest proof = SigningRequest.verify(providers, request.signingRequest());
        requireSame(proof.address(), entry.address());
        OneTimeToken token = tokenCheck.redeemable(entry.id(), code);
        provision.make(configuration.encryptionKey());
        return enrolment.complete(request, entry, proof.publicKey(), token);
    }

    /**
     * Redeems a token for somebody who comes with nothing else, through a standard protocol.
     *
     * @param answer made in the enrolment's transaction: if it fails, nothing has happened
     * @return the answer
     * @throws TokenRefused when the token is dead
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed(PROTOCOL)
    public <T> T redeem(Redemption redemption, Function<IssuedKeys, T> answer) {
        ring.requireRunning();
        tokenCheck.requireLive(redemption.bearer().token());
        provision.make(configuration.encryptionKey());
        return enrolment.complete(redemption, answer);
    }

    private static void requireSame(String named, String own) {
        if (!named.equalsIgnoreCase(own)) {
            throw new WrongAddress(named, own);
        }
    }
}
