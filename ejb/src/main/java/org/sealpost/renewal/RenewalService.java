package org.sealpost.renewal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.sealpost.audit.Audited;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.enrolment.SecurityFileTooLarge;
import org.sealpost.epf.IssuedKeys;
import org.sealpost.issuing.Provision;
import org.sealpost.lock.KeyRing;
import org.sealpost.model.Act;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.RenewalConfirmation;
import org.sealpost.protocol.RenewalRequest;
import org.sealpost.settings.ServerConfiguration;

/**
 * Renewing one's own keys in two phases, vouched for by the signing key in force. The address may have changed in
 * the directory meanwhile: the mailbox is known by its id, and the new certificates name the present address.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RenewalService {
    @Inject
    OwnMailbox own;

    @Inject
    KeyRing ring;

    @Inject
    Provision provision;

    @Inject
    ServerConfiguration configuration;

    @Inject
    Renewal renewal;

    /** When the caller's keys are due; nothing to renew unless the mailbox is enabled. */
    public RenewalPlan plan() {
        return renewal.plan(own.entry().id());
    }

    /**
     * Grants new keys, which are not in force before {@link #confirm}.
     *
     * @return certificates and the new encryption key, sealed to the request's transport key
     * @throws RenewalRefused when the signing key in force does not vouch for the request
     * @throws org.sealpost.pki.ProofFailed when the new signing key's possession is not proved
     * @throws org.sealpost.model.WrongMailboxState unless the mailbox is enabled
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @Audited(Act.PREPARE_RENEWAL)
    public EnrolmentReply prepare(RenewalRequest request) {
        ring.requireRunning();
        DirectoryEntry entry = own.entry();
        if (request.encryption()) {
            provision.make(configuration.encryptionKey());
        }
        return renewal.prepare(request, entry);
    }

    /**
     * Puts the renewed keys in force, once their owner holds them safely; may be repeated.
     *
     * @param epf the renewed security file, sealed, when its owner wants it kept here: kept with the same yes or no
     * @throws RenewalRefused when nothing of the kind was prepared
     * @throws org.sealpost.pki.ProofFailed when the renewed signing key does not vouch for it
     * @throws SecurityFileTooLarge when the file is too large to be kept
     */
    @Audited(Act.RENEW)
    public void confirm(RenewalConfirmation confirmation, Optional<byte[]> epf) {
        epf.ifPresent(SecurityFileTooLarge::check);
        renewal.confirm(confirmation, own.entry().id(), epf);
    }

    /**
     * Grants new keys to a program that speaks a standard protocol; they are not in force before they are confirmed.
     *
     * @param answer made in the same transaction: if it fails, nothing has happened
     * @return the answer
     * @throws org.sealpost.model.WrongMailboxState unless the mailbox is enabled
     * @throws org.sealpost.lock.KeyManagerUnavailable unless the Key Manager is running
     */
    @RolesAllowed(EnrolmentService.PROTOCOL)
    public <T> T prepare(VouchedRenewal wish, Function<IssuedKeys, T> answer) {
        ring.requireRunning();
        if (wish.encryption()) {
            provision.make(configuration.encryptionKey());
        }
        return renewal.prepare(wish, answer);
    }
}
