package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.sealpost.acme.MailServers.Fate;
import org.sealpost.mime.Address;
import org.sealpost.model.AcmeOrder;
import org.sealpost.settings.AcmeConfiguration;
import org.sealpost.settings.AcmeConfiguration.Service;
import org.sealpost.settings.ServerConfiguration;

/** Sends the challenges that wait and reads the answers that have come; outside of every transaction. */
@ApplicationScoped
class MailTurn {
    private static final System.Logger LOG = System.getLogger(MailTurn.class.getName());
    private static final int AT_ONCE = 20;

    @Inject
    AcmeConfiguration configuration;

    @Inject
    ServerConfiguration server;

    @Inject
    MailServers servers;

    @Inject
    Answers answers;

    @Inject
    DomainKeys keys;

    @Inject
    Clock clock;

    /** One turn; what the mail server does not let through now is tried again in the next. */
    void work() {
        configuration.service().ifPresent(service -> {
            try {
                send(service);
                servers.read(service, mail -> fate(service, mail));
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "ACME: the mail server cannot be asked now", e);
            }
        });
    }

    private void send(Service service) throws IOException {
        ChallengeMail writer = new ChallengeMail(service.from(), server.organisation(), server.language());
        for (AcmeOrder order : answers.toMail(AT_ONCE)) {
            answers.mailed(order.id(), servers.send(service, writer.of(order, clock.instant()), order.address()));
        }
    }

    /** The domain name system is asked only about the author that an order waits for. */
    Fate fate(Service service, byte[] octets) {
        Optional<PartnerMail> mail = PartnerMail.read(octets, service.from().domain());
        if (mail.isEmpty()) {
            return Fate.OTHER;
        }
        Optional<Address> awaited = answers.awaited(mail.get().order());
        if (awaited.filter(mail.get().author()::sameMailbox).isEmpty()) {
            return Fate.OTHER;
        }
        return switch (new DkimCheck(keys).of(octets, awaited.get().domain())) {
            case LATER -> Fate.LATER;
            case UNSIGNED -> {
                answers.unsigned(mail.get());
                yield Fate.OTHER;
            }
            case SIGNED -> {
                answers.take(mail.get());
                yield Fate.DONE;
            }
        };
    }
}
