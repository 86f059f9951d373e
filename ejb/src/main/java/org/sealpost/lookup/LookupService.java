package org.sealpost.lookup;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sealpost.lock.KeyRing;
import org.sealpost.settings.LookupConfiguration;

/**
 * What strangers may look up, if the organisation lets them: the certificate for an address that they know. Works in
 * every state of the Key Manager. Callers have to be limited in number by whoever asks for them.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LookupService {
    @Inject
    EnabledPeople people;

    @Inject
    KeyRing ring;

    @Inject
    LookupConfiguration configuration;

    /** Whether the organisation lets strangers look certificates up. */
    public boolean open() {
        return configuration.byEverybody();
    }

    /**
     * The encryption certificate in force of the mailbox with exactly that address, in any case. Nothing tells an address
     * that does not exist from one that is not enabled, nor from an organisation that answers nobody.
     *
     * @throws org.sealpost.directory.DirectoryUnavailable when the directory cannot be asked
     */
    public Optional<FoundCertificate> encryption(String address) {
        return open() ? people.byAddress(address).map(this::found) : Optional.empty();
    }

    private FoundCertificate found(Enabled one) {
        return new FoundCertificate(
                one.entry().address(), one.certificate(), ring.publicKeys().authority());
    }
}
