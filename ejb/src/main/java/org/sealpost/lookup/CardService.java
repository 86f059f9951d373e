package org.sealpost.lookup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Visiting cards of those who are enabled, for everybody who is logged in; in every state of the Key Manager. */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CardService {
    @Inject
    EnabledPeople people;

    /**
     * The card with the certificate to seal to.
     *
     * @param address of a person, in any case
     * @return vCard 4.0 (RFC 6350), UTF-8
     * @throws NotEnabled when nobody has that address, or nothing can be sealed to it
     */
    public byte[] card(@NotNull @Size(max = 320) String address) {
        return people.byAddress(address).map(VisitingCard::write).orElseThrow(() -> new NotEnabled(address));
    }
}
