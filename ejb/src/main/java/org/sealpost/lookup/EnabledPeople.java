package org.sealpost.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.directory.Directory;
import org.sealpost.directory.ListedPerson;
import org.sealpost.mime.Address;
import org.sealpost.model.IssuedCertificate;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.Certificates;

/**
 * Everybody to whom mail can be sealed, as directory and records say at this moment. To be called outside of every
 * transaction.
 */
@ApplicationScoped
public class EnabledPeople {
    @Inject
    Directory directory;

    @Inject
    InForce inForce;

    /** The one with exactly that address, in any case; empty also for what is no address. */
    public Optional<Enabled> byAddress(String address) {
        return Address.find("", address)
                .flatMap(known -> directory.listed(known.spec()))
                .flatMap(person -> enabled(List.of(person)).stream().findFirst());
    }

    /**
     * Those whose name, address or login begins with the text.
     *
     * @param limit most people that the directory is asked for, 1 to 100
     */
    public List<Enabled> beginning(String text, int limit) {
        return enabled(directory.listed(text, limit));
    }

    private List<Enabled> enabled(List<ListedPerson> people) {
        Map<MailboxId, IssuedCertificate> certificates = inForce.encryption(
                people.stream().map(person -> person.entry().id()).distinct().toList());
        return people.stream()
                .flatMap(person ->
                        Optional.ofNullable(certificates.get(person.entry().id()))
                                .filter(one -> one.address()
                                        .equalsIgnoreCase(person.entry().address()))
                                .map(one -> new Enabled(person, Certificates.parse(one.encoded())))
                                .stream())
                .toList();
    }
}
