package org.sealpost.certification;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.est.KeyParts;
import org.sealpost.model.Act;
import org.sealpost.protocol.SealpostException;

/**
 * Enrolment over Secure Transport (RFC 7030). What a caller may do follows from the token, or from the directory's
 * password together with the signing key in force. Refusals are recorded here, because there is no login to record.
 *
 * <p>All verbs throw {@link EstRefused} and {@link org.sealpost.enrolment.TokenRefused} for what does not authorise,
 * {@link org.sealpost.crypto.BadEncoding} and {@link org.sealpost.pki.ProofFailed} for requests that cannot be certified,
 * and {@link org.sealpost.lock.KeyManagerUnavailable} unless the Key Manager is running.
 */
@Stateless
@PermitAll
@RunAs(EnrolmentService.PROTOCOL)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EstService {
    @Inject
    EstDesk desk;

    @Inject
    AuditLog audit;

    /** The authorities' certificates, as text of {@link org.sealpost.est.CertsOnly}; before a login. */
    public byte[] authorities() {
        return desk.authorities();
    }

    /** Redeems a token: a certificate for the client's own signing key. */
    public byte[] enrol(EstLogin login, byte[] request) {
        return recorded(Act.ENROL, () -> desk.enrol(login, request));
    }

    /** A new certificate for the same signing key, whose old one is in force. */
    public byte[] reenrol(EstLogin login, byte[] request) {
        return recorded(Act.PREPARE_RENEWAL, () -> desk.reenrol(login, request));
    }

    /**
     * The encryption key that was made when the token was redeemed: once.
     *
     * @return to be closed by the caller
     */
    public KeyParts fetchKey(EstLogin login, byte[] request) {
        return recorded(Act.ENROL, () -> desk.fetchKey(login, request));
    }

    private <T> T recorded(Act act, Supplier<T> work) {
        try {
            return work.get();
        } catch (SealpostException refusal) {
            audit.failure(act, Caller.SYSTEM, "EST " + refusal.code() + " " + refusal.arguments());
            throw refusal;
        }
    }
}
