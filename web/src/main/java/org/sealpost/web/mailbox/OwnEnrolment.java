package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.TokenCode;

/**
 * The client's side of an enrolment for somebody who has only a browser: the signing pair is made in the request and is
 * sealed under its owner's password before the request ends.
 */
@RequestScoped
public class OwnEnrolment {
    private static final Logger LOG = System.getLogger(OwnEnrolment.class.getName());

    @Inject
    OwnSecurityService security;

    @Inject
    EnrolmentService enrolment;

    @Inject
    RoamingService roaming;

    @Inject
    SecurityFileStore files;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    /**
     * Redeems a token. From then on the token is spent and the mailbox enabled; a file that cannot be kept on the server
     * is handed over all the same.
     *
     * @param password for the new security file
     * @param keep whether its owner wants it kept on the server
     */
    NewSecurityFile enrol(TokenCode token, Passphrase password, boolean keep) {
        String address = security.status().entry().address();
        try (ClientEnrolment client = ClientEnrolment.begin(providers, random, address, token, KeyType.EC_P256);
                SecurityFile file = client.complete(enrolment.enrol(client.request()))) {
            byte[] epf = files.seal(file, password);
            return new NewSecurityFile(epf, keep && !stored(epf));
        }
    }

    /** Leaves the file on the server. @return false when the server could not take it, which the log explains */
    @SuppressWarnings("IllegalCatch") // whatever it is, the file must reach its owner
    private boolean stored(byte[] epf) {
        try {
            roaming.store(epf);
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A new security file could not be kept; its owner was given the only copy", e);
            return false;
        }
    }

    /**
     * Keeps a security file that its owner brings.
     *
     * @param password opens it, which shows that it is whole and whose it is
     * @throws org.sealpost.epf.WrongPassword when the password does not fit
     * @throws org.sealpost.epf.DamagedSecurityFile when it is no security file
     * @throws ForeignSecurityFile when it belongs to another mailbox
     */
    void keep(byte[] epf, Passphrase password) {
        String address = security.status().entry().address();
        try (SecurityFile file = files.open(epf, password)) {
            if (!file.mailbox().equalsIgnoreCase(address)) {
                throw new ForeignSecurityFile(file.mailbox(), address);
            }
        }
        roaming.store(epf);
    }
}
