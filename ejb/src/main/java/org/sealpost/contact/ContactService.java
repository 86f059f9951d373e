package org.sealpost.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.sealpost.audit.Audited;
import org.sealpost.directory.Directory;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.mime.Address;
import org.sealpost.model.Act;
import org.sealpost.model.Page;
import org.sealpost.pki.Fingerprint;
import org.sealpost.smime.OpenedMessage;

/**
 * The caller's own contacts: taken from signed messages of people outside, after their fingerprint was confirmed by
 * hand.
 */
@Stateless
@RolesAllowed("user")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ContactService {
    @Inject
    OwnMailbox own;

    @Inject
    Directory directory;

    @Inject
    ContactDesk desk;

    /**
     * What a signed message offers: empty unless it is intact, signed by its author alone, brings a certificate to
     * encrypt to, and the author is nobody of our own. Whether the signer's authority is trusted does not matter,
     * because the fingerprint is compared by hand; a certificate that is known to be revoked is not offered.
     *
     * @param author the one address in From
     */
    public Optional<Offer> offer(@NotNull OpenedMessage message, @NotNull Address author) {
        return found(message, author)
                .filter(offer -> directory.byAddress(offer.address()).isEmpty());
    }

    /**
     * Adds the author of a signed message to the caller's contacts, or confirms a newer certificate of that person.
     *
     * @param fingerprint of the certificate to encrypt to, as the author told it over another way
     * @throws NoKeyOffered when the message does not offer any
     * @throws OwnCorrespondent when the author is in the directory
     * @throws org.sealpost.pki.FingerprintNotConfirmed when what was typed is not its fingerprint
     */
    @Audited(Act.ADD_CONTACT)
    public void add(
            @NotNull OpenedMessage message, @NotNull Address author, @NotNull @Size(max = 200) String fingerprint) {
        Offer offer = found(message, author).orElseThrow(NoKeyOffered::new);
        if (directory.byAddress(offer.address()).isPresent()) {
            throw new OwnCorrespondent(offer.address());
        }
        offer.fingerprint().confirm(fingerprint);
        desk.confirm(own.entry().id(), offer);
    }

    private Optional<Offer> found(OpenedMessage message, Address author) {
        return message.offer().map(key -> {
            Optional<String> confirmed = desk.confirmed(own.entry().id(), author.spec());
            String fingerprint = Fingerprint.of(key.certificate()).hex();
            return new Offer(
                    author.spec(),
                    author.displayName().isEmpty() ? author.spec() : author.displayName(),
                    key.certificate(),
                    key.reads(),
                    confirmed.filter(fingerprint::equals).isPresent());
        });
    }

    /** Removes somebody; mail to that person goes out unencrypted or not at all from then on. */
    @Audited(Act.REMOVE_CONTACT)
    public void remove(@NotNull String id) {
        desk.remove(own.entry().id(), id);
    }

    /**
     * The fingerprint of the caller's own certificate that others encrypt to, to be told them over another way than mail;
     * empty when there is none in force.
     */
    public Optional<Fingerprint> ownFingerprint() {
        return desk.fingerprint(own.entry().id());
    }

    /** The caller's contacts by address. */
    public Page<ContactRow> page(@Valid ContactQuery query) {
        return desk.page(own.entry().id(), query);
    }
}
