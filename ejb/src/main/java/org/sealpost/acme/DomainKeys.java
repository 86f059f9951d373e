package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.sealpost.settings.AcmeConfiguration;
import org.sealpost.settings.AcmeConfiguration.MailServer;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/**
 * The keys by which domains sign their mail, from the domain name system: from the name server that the operator trusts, or
 * from those of the machine. Waits a bounded time.
 */
@ApplicationScoped
class DomainKeys implements PublicKeyRecordRetriever {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PORT = 53;

    @Inject
    AcmeConfiguration configuration;

    @Override
    public List<String> getRecords(CharSequence method, CharSequence selector, CharSequence domain)
            throws TempFailException, PermFailException {
        try {
            return new DNSPublicKeyRecordRetriever(resolver()).getRecords(method, selector, domain);
        } catch (UnknownHostException e) {
            throw new TempFailException("no name server: " + e.getMessage());
        }
    }

    private Resolver resolver() throws UnknownHostException {
        MailServer chosen = configuration
                .service()
                .flatMap(AcmeConfiguration.Service::resolver)
                .orElse(null);
        if (chosen == null) {
            ExtendedResolver all = new ExtendedResolver();
            all.setTimeout(PATIENCE);
            return all;
        }
        SimpleResolver one = new SimpleResolver(chosen.host());
        one.setPort(chosen.port() == 0 ? PORT : chosen.port());
        one.setTimeout(PATIENCE);
        return one;
    }
}
