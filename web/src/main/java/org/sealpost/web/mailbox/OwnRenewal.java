package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.ClientRenewal;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.renewal.RenewalService;

/**
 * The client's side of a renewal for somebody whose security file is kept on the server: the file is open for the
 * length of the request only. The renewed file takes the old one's place with the same yes or no that puts the new keys
 * in force.
 */
@RequestScoped
public class OwnRenewal {

    @Inject
    RoamingService roaming;

    @Inject
    RenewalService renewals;

    @Inject
    SecurityFileStore files;

    @Inject
    Providers providers;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    /**
     * Renews the keys.
     *
     * @param which at least one
     * @param password of the security file; stays the file's password
     * @return false when no security file is kept on the server
     * @throws org.sealpost.epf.WrongPassword when the password does not fit
     */
    boolean renew(Set<CertificateProfile> which, Passphrase password) {
        Optional<byte[]> kept = roaming.load();
        kept.ifPresent(epf -> renew(epf, which, password));
        return kept.isPresent();
    }

    private void renew(byte[] epf, Set<CertificateProfile> which, Passphrase password) {
        try (SecurityFile present = files.open(epf, password);
                ClientRenewal client = ClientRenewal.begin(providers, random, present, which, clock.instant());
                SecurityFile renewed = client.complete(renewals.prepare(client.request()))) {
            renewals.confirm(
                    ClientRenewal.confirmation(providers, renewed), Optional.of(files.seal(renewed, password)));
        }
    }
}
