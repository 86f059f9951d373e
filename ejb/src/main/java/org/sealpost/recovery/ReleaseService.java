package org.sealpost.recovery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.sealpost.audit.Audited;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.Act;
import org.sealpost.protocol.TokenCode;
import org.sealpost.stepup.StepUp;

/** Fetching what was released to somebody who may read a mailbox by law. */
@Stateless
@RolesAllowed("auditor")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReleaseService {
    @Inject
    ReleasedKeys released;

    /**
     * The released keys as a PKCS #12 file; a code works once.
     *
     * @param code as it was handed over
     * @param password for the file; stays the caller's to close
     * @throws org.sealpost.protocol.MistypedToken for a slip in the code
     * @throws org.sealpost.escrow.NoSuchPackage when nothing waits for the code
     */
    @StepUp
    @Audited(Act.FETCH_RELEASED)
    public byte[] fetch(String code, Passphrase password) {
        return released.fetch(TokenCode.parse(code), password);
    }
}
