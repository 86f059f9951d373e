package org.sealpost.acme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sealpost.directory.Directory;
import org.sealpost.mime.Address;
import org.sealpost.mime.InvalidAddress;
import org.sealpost.settings.AcmeConfiguration;
import org.sealpost.settings.ServerConfiguration;

/**
 * Of which addresses there may be certificates by ACME: of those at the domains that the operator names, and never of
 * anybody's in the directory, whose keys are escrowed. Asks the directory, so not inside a transaction.
 */
@ApplicationScoped
class PartnerAddress {
    @Inject
    AcmeConfiguration configuration;

    @Inject
    ServerConfiguration server;

    @Inject
    Directory directory;

    /**
     * The address of an order as it is kept: in lower case, because no mail program tells two addresses apart that differ
     * in case alone, its domain in ASCII form.
     *
     * @throws AcmeRefused when it is none, or there may be no certificate of it
     */
    String require(String typed) {
        String address = normalised(typed);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        if (domain.equals(server.mailDomain().toLowerCase(Locale.ROOT))
                || directory.byAddress(address).isPresent()) {
            throw new AcmeRefused(AcmeProblem.REJECTED_IDENTIFIER, "acme-own-address", address);
        }
        if (!configuration.allows(address)) {
            throw new AcmeRefused(AcmeProblem.REJECTED_IDENTIFIER, "acme-foreign-domain", domain);
        }
        return address;
    }

    /** @throws AcmeRefused when it is no address, or its local part is not ASCII */
    static String normalised(String typed) {
        try {
            String address = Address.of(typed).spec();
            if (typed.equals(typed.strip())
                    && StandardCharsets.US_ASCII.newEncoder().canEncode(address)) {
                return address.toLowerCase(Locale.ROOT);
            }
        } catch (InvalidAddress e) {
            throw AcmeRefused.malformed("identifier", e);
        }
        throw new AcmeRefused(AcmeProblem.UNSUPPORTED_IDENTIFIER, "acme-identifier");
    }
}
