package org.sealpost.mailbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Recipients for clients that seal by themselves: with the certificates to seal to. Works in every state of the Key
 * Manager, because all of it is public inside the organisation.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecipientService {
    @Inject
    CertificateLookup lookup;

    /**
     * Everybody who is meant by the addresses, in the given order; each group as its members.
     *
     * @param typed addresses of people and groups, alone or behind a name
     */
    public List<SealingRecipient> recipients(@NotNull @Size(max = 100) List<@Size(max = 800) String> typed) {
        return lookup.of(typed);
    }
}
