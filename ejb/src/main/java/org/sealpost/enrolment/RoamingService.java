package org.sealpost.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.model.Act;
import org.sealpost.model.MailboxId;

/**
 * The caller's security file on the server, sealed under a password that is never kept. Everything concerns the
 * caller's own file; there is no way to another's.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoamingService {
    @Inject
    OwnMailbox own;

    @Inject
    RoamingFiles files;

    @Inject
    SecurityFileStore securityFiles;

    /**
     * Leaves the file on the server, in the place of an older one.
     *
     * @throws SecurityFileTooLarge beyond {@link SecurityFileStore#LARGEST}
     * @throws org.sealpost.model.MailboxNotKnown when the mailbox was never enabled
     */
    @Audited(Act.STORE_SECURITY_FILE)
    public void store(byte[] epf) {
        SecurityFileTooLarge.check(epf);
        files.store(own.entry().id(), Act.STORE_SECURITY_FILE, epf);
    }

    /** The file as it was left; empty when there is none. */
    public Optional<byte[]> load() {
        return files.load(own.entry().id());
    }

    /**
     * Seals the file under a new password. The passwords stay the caller's to close.
     *
     * @throws NoRoamingFile when there is none
     * @throws org.sealpost.epf.WrongPassword when the old password does not fit
     */
    @Audited(Act.CHANGE_PASSWORD)
    public void changePassword(Passphrase old, Passphrase replacement) {
        MailboxId mailbox = own.entry().id();
        byte[] epf = files.load(mailbox).orElseThrow(NoRoamingFile::new);
        files.store(mailbox, Act.CHANGE_PASSWORD, securityFiles.changePassword(epf, old, replacement));
    }

    /**
     * Takes the file off the server.
     *
     * @throws NoRoamingFile when there is none
     */
    @Audited(Act.DELETE_SECURITY_FILE)
    public void delete() {
        files.delete(own.entry().id());
    }
}
