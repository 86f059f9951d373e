package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.settings.AcmeConfiguration;
import org.sealpost.settings.AcmeConfiguration.Service;
import org.sealpost.settings.ServerConfiguration;

/**
 * Tells partners once that a certificate ends, by mail, outside of every transaction. Whoever may have no other one is not
 * told to get one.
 */
@ApplicationScoped
class ExpiryTurn {
    private static final System.Logger LOG = System.getLogger(ExpiryTurn.class.getName());

    /** Before each of them the database is asked anew: what went is on record when something fails. */
    private static final int AT_ONCE = 20;

    @Inject
    AcmeConfiguration configuration;

    @Inject
    ServerConfiguration server;

    @Inject
    MailServers servers;

    @Inject
    EndingCertificates certificates;

    @Inject
    AcmeDesk desk;

    @Inject
    Clock clock;

    /** Tells all who are due; whom the mail server does not let through now is tried again in the next turn. */
    void work() {
        configuration.service().ifPresent(service -> {
            try {
                List<IssuedCertificate> ending;
                do {
                    ending = certificates.toTell(AT_ONCE);
                    tell(service, ending);
                } while (ending.size() == AT_ONCE);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "ACME: the mail server takes no notices now", e);
            }
        });
    }

    private void tell(Service service, List<IssuedCertificate> ending) throws IOException {
        ExpiryMail writer =
                new ExpiryMail(service.from(), server.organisation(), server.language(), desk.url("directory"));
        for (IssuedCertificate one : ending) {
            if (service.allows(one.address())
                    && !servers.send(service, writer.of(one, clock.instant()), one.address())) {
                LOG.log(System.Logger.Level.WARNING, "ACME: no notice is taken for {0}", one.address());
            }
            certificates.told(one.serial());
        }
    }
}
