package org.sealpost.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;

/** Opens the caller's security file for the length of one request. */
@ApplicationScoped
public class SecurityFiles {
    @Inject
    RoamingService roaming;

    @Inject
    SecurityFileStore store;

    /**
     * The file given with the request, else the roaming copy.
     *
     * @return to be closed by the caller, which wipes its keys
     * @throws NoSecurityFile when there is neither
     * @throws org.sealpost.epf.WrongPassword when the password does not fit
     */
    public SecurityFile open(PasswordEntry entry) {
        byte[] epf = entry.securityFile().or(roaming::load).orElseThrow(NoSecurityFile::new);
        return store.open(epf, entry.password());
    }
}
