package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.pki.Fingerprint;

class ContactTest {
    private static final MailboxId ALICE = new MailboxId("id-alice");
    private static final MailboxId BOB = new MailboxId("id-bob");
    private static final ContactKey KEY =
            new ContactKey(new ForeignCorp("Partner").certificate(), Capabilities.STANDARD);

    private static Contact contact(MailboxId owner, String address, String name) {
        return new Contact(owner, address, name, KEY, ForeignCorp.NOW);
    }

    @Test
    void anIdTellsAContactFromAMailbox() {
        assertThat(Contact.is(contact(ALICE, "ann@partner.example", "Ann").id()))
                .isTrue();
        assertThat(Contact.is(ALICE)).isFalse();
    }

    @Test
    void anotherCertificateTakesThePlaceOfTheOneBefore() {
        Contact contact = contact(ALICE, "Ann@Partner.example", "Ann");
        ContactKey newer = new ContactKey(new ForeignCorp("Partner").certificate(), Capabilities.OWN);
        contact.confirm(newer, ForeignCorp.NOW.plus(Duration.ofDays(1)));
        assertThat(contact.address()).isEqualTo("ann@partner.example");
        assertThat(contact.certificate()).isEqualTo(newer.certificate());
        assertThat(contact.fingerprint()).isEqualTo(Fingerprint.of(newer.certificate()));
        assertThat(contact.reads()).isEqualTo(Capabilities.OWN);
        assertThat(contact.addedAt()).isEqualTo(ForeignCorp.NOW.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void eachMailboxHasItsOwnContactsPageByPage(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            List<Contact> all = List.of(
                    contact(ALICE, "ann@partner.example", "Ann Lee"),
                    contact(ALICE, "ben@partner.example", "Ben"),
                    contact(ALICE, "cat@other.example", "Cat_1"),
                    contact(BOB, "ann@partner.example", "Ann"));
            all.forEach(one -> database.run(em -> new ContactRepository(em).add(one)));
            Page<Contact> first = page(database, "", Optional.empty());
            assertThat(first.rows())
                    .extracting(Contact::address)
                    .containsExactly("ann@partner.example", "ben@partner.example");
            assertThat(page(database, "", first.nextKey()).rows()).containsExactly(all.get(2));
            assertThat(page(database, "LEE", Optional.empty()).rows()).containsExactly(all.get(0));
            assertThat(page(database, "_", Optional.empty()).rows()).containsExactly(all.get(2));
            assertThat(database.list(em -> new ContactRepository(em).beginning(ALICE, "Be", 9)))
                    .containsExactly(all.get(1));
            assertThat(database.find(em -> new ContactRepository(em).byAddress(BOB, " ANN@partner.example")))
                    .contains(all.get(3));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobodySeesAnothersByItsId(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            Contact bobs = contact(BOB, "ann@partner.example", "Ann");
            database.run(em -> new ContactRepository(em).add(bobs));
            String id = bobs.id().value();
            assertThat(database.find(em -> new ContactRepository(em).byId(ALICE, id)))
                    .isEmpty();
            assertThat(database.find(em -> new ContactRepository(em).byId(BOB, id)))
                    .isPresent();
            List<MailboxId> ids = List.of(ALICE, bobs.id(), new MailboxId("contact:nobody"));
            assertThat(database.find(em -> Optional.of(new ContactRepository(em).byIds(ids))))
                    .hasValueSatisfying(found -> assertThat(found).containsOnlyKeys(bobs.id()));
            assertThat(database.find(em -> Optional.of(new ContactRepository(em).byIds(List.of(ALICE)))))
                    .hasValueSatisfying(found -> assertThat(found).isEmpty());
        }
    }

    private static Page<Contact> page(TestDatabase.Opened database, String text, Optional<String> key) {
        return database.find(em -> Optional.of(new ContactRepository(em).page(ALICE, text, key, 2)))
                .orElseThrow();
    }
}
