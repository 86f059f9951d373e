package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.assembly.Staff;
import org.sealpost.contact.Contacts;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.model.Contact;
import org.sealpost.model.ContactKey;
import org.sealpost.model.ContactRepository;
import org.sealpost.model.MailboxId;
import org.sealpost.model.PartnerId;
import org.sealpost.pki.KeyType;

/** Whoever composes finds partners with a certificate of ours. */
class PartnersFoundTest {
    private static final String ANN = "ann@partner.example";

    private static void certify(Office office) {
        Partner ann = new Partner(office).open();
        office.finish(ann, office.proven(ann, ANN), Office.request(ANN, Partner.pair(KeyType.EC_P256)));
    }

    @Test
    void byAddressInAnyCaseAndByItsBeginning() {
        try (Office office = new Office()) {
            certify(office);
            certify(office);
            office.run(() -> {
                Contacts contacts = office.get(Contacts.class);
                DirectoryEntry found = contacts.byAddress(Staff.id("alice"), "Ann@Partner.example")
                        .orElseThrow();
                assertThat(found.address()).isEqualTo(ANN);
                assertThat(Contact.is(found.id())).isTrue();
                assertThat(contacts.partner(ANN)).contains(found);
                assertThat(contacts.beginning(Staff.id("alice"), "AN", 9)).containsExactly(found);
                assertThat(contacts.beginning(Staff.id("alice"), "b", 9)).isEmpty();
                Map<MailboxId, ContactKey> keys = contacts.keys(List.of(found.id(), Staff.id("alice")));
                assertThat(keys).containsOnlyKeys(found.id());
            });
        }
    }

    @Test
    void theOwnContactComesFirst() {
        try (Office office = new Office()) {
            certify(office);
            office.run(() -> {
                Contacts contacts = office.get(Contacts.class);
                ContactKey key = contacts.keys(List.of(PartnerId.of(ANN))).get(PartnerId.of(ANN));
                Contact own = new Contact(
                        Staff.id("alice"), ANN, "Ann", Optional.ofNullable(key).orElseThrow(), office.clock.instant());
                office.get(ContactRepository.class).add(own);
                assertThat(contacts.byAddress(Staff.id("alice"), ANN).map(DirectoryEntry::id))
                        .contains(own.id());
                assertThat(contacts.beginning(Staff.id("alice"), "ann", 9)).hasSize(1);
                assertThat(contacts.byAddress(Staff.id("bob"), ANN).map(DirectoryEntry::id))
                        .contains(PartnerId.of(ANN));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoked", "ended", "no longer allowed"})
    void notWhenItIsNotInForceOrNotAllowedAnyMore(String why) {
        try (Office office = new Office()) {
            certify(office);
            switch (why) {
                case "revoked" -> office.revokeAll(ANN);
                case "ended" -> office.clock.pass(Duration.ofDays(400));
                default -> office.allowOnly("friends.example");
            }
            office.run(() -> {
                Contacts contacts = office.get(Contacts.class);
                assertThat(contacts.byAddress(Staff.id("alice"), ANN)).isEmpty();
                assertThat(contacts.beginning(Staff.id("alice"), "ann", 9)).isEmpty();
                assertThat(contacts.keys(List.of(PartnerId.of(ANN)))).isEmpty();
            });
        }
    }
}
