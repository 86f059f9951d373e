package org.sealpost.model;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People outside, for each mailbox its own. */
@Dependent
public class ContactRepository {
    private final EntityManager database;

    @Inject
    public ContactRepository(EntityManager database) {
        this.database = database;
    }

    public void add(Contact contact) {
        database.persist(contact);
        database.flush();
    }

    /** The owner's contact with that id; nobody sees another's. */
    public Optional<Contact> byId(MailboxId owner, String id) {
        return Optional.ofNullable(database.find(Contact.class, id))
                .filter(contact -> contact.owner().equals(owner));
    }

    /** In any spelling of upper and lower case. */
    public Optional<Contact> byAddress(MailboxId owner, String address) {
        return database.createNamedQuery(Contact.BY_ADDRESS, Contact.class)
                .setParameter("owner", owner.value())
                .setParameter("address", Contact.normalised(address))
                .getResultStream()
                .findFirst();
    }

    /** Those of the ids that are contacts; one query for all. */
    public Map<MailboxId, Contact> byIds(Collection<MailboxId> ids) {
        List<String> contacts =
                ids.stream().filter(Contact::is).map(MailboxId::value).toList();
        if (contacts.isEmpty()) {
            return Map.of();
        }
        return database.createNamedQuery(Contact.BY_IDS, Contact.class)
                .setParameter("ids", contacts)
                .getResultStream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /**
     * The owner's contacts by address.
     *
     * @param text part of address or name; empty for all
     * @param afterKey {@link Page#nextKey()} of the page before, empty for the first page
     * @param limit rows of the page, at least 1
     */
    public Page<Contact> page(MailboxId owner, String text, Optional<String> afterKey, int limit) {
        List<Contact> found = database.createNamedQuery(Contact.PAGE, Contact.class)
                .setParameter("owner", owner.value())
                .setParameter("after", afterKey.orElse(""))
                .setParameter("text", "%" + escaped(text) + "%")
                .setMaxResults(limit + 1)
                .getResultList();
        return Page.of(found, limit, Contact::address);
    }

    /** The owner's contacts whose address or name begins so. */
    public List<Contact> beginning(MailboxId owner, String text, int limit) {
        return database.createNamedQuery(Contact.BEGINNING, Contact.class)
                .setParameter("owner", owner.value())
                .setParameter("text", escaped(text) + "%")
                .setMaxResults(limit)
                .getResultList();
    }

    public void remove(Contact contact) {
        database.remove(contact);
    }

    private static String escaped(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    }
}
