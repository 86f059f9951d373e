package org.sealpost.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.IDN;
import org.sealpost.model.MailboxRepository;
import org.sealpost.pki.MailDomains;
import org.sealpost.settings.ServerConfiguration;

/** The domains at which our own mailboxes are: that of the Key Manager, and every one at which a mailbox is known. */
@ApplicationScoped
class OwnDomains {
    @Inject
    ServerConfiguration configuration;

    @Inject
    MailboxRepository mailboxes;

    /** @throws OwnDomain when one of the domains covers one of ours */
    void refuse(MailDomains domains) {
        if (domains.allowDomain(configuration.mailDomain())) {
            throw new OwnDomain(configuration.mailDomain());
        }
        for (String domain : domains.names()) {
            if (mailboxes.anyAt(domain) || mailboxes.anyAt(IDN.toUnicode(domain))) {
                throw new OwnDomain(domain);
            }
        }
    }
}
