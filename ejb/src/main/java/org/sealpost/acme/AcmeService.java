package org.sealpost.acme;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.sealpost.audit.AuditLog;
import org.sealpost.model.Act;
import org.sealpost.protocol.SealpostException;
import org.sealpost.settings.AcmeConfiguration;

/**
 * Certificates for partners by ACME. There is no login: an account is whoever has its key. What is refused to an
 * account is recorded here; what comes from nobody known is not, because anybody could fill the log with it.
 *
 * <p>Callers have to be limited in number by whoever asks for them.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AcmeService {
    /** Algorithms of signatures that are taken. */
    public static final List<String> ALGORITHMS = SignedRequest.ALGORITHMS;

    @Inject
    AcmeConfiguration configuration;

    @Inject
    AcmeDesk desk;

    @Inject
    Nonces nonces;

    @Inject
    AuditLog audit;

    /** Whether the operator wants it at all. */
    public boolean open() {
        return configuration.service().isPresent();
    }

    /** Whom challenges come from and answers go to. */
    public String from() {
        return configuration.service().map(service -> service.from().spec()).orElse("");
    }

    /** A number that is good for one request. */
    public String nonce() {
        return nonces.next();
    }

    /** Address of a thing, by the rest of it. */
    public String url(String path) {
        return desk.url(path);
    }

    /**
     * Does what a signed request asks for.
     *
     * @param path where it was sent to
     * @param body flattened JSON Web Signature
     * @throws AcmeRefused when it is not done
     * @throws org.sealpost.lock.KeyManagerUnavailable when the Key Manager is needed and not running
     */
    public AcmeAnswer post(AcmePath path, byte[] body) {
        if (!open()) {
            throw AcmeRefused.notFound();
        }
        AcmeDesk.Asked asked = desk.admit(path, body);
        try {
            return desk.answer(asked);
        } catch (SealpostException refusal) {
            asked.account()
                    .ifPresent(account -> audit.failure(
                            act(path.kind()), Accounts.actor(account), refusal.code() + " " + refusal.arguments()));
            throw refusal;
        }
    }

    private static Act act(AcmePath.Kind kind) {
        return switch (kind) {
            case NEW_ACCOUNT, ACCOUNT, ORDERS -> Act.OPEN_PARTNER_ACCOUNT;
            case KEY_CHANGE -> Act.CHANGE_PARTNER_KEY;
            case NEW_ORDER, ORDER, AUTHORIZATION -> Act.ORDER_CERTIFICATE;
            case CHALLENGE -> Act.ANSWER_CHALLENGE;
            case FINALIZATION, CERTIFICATE -> Act.CERTIFY_PARTNER;
            case REVOCATION -> Act.REVOKE_PARTNER;
        };
    }
}
