package org.sealpost.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.contact.ContactQuery;
import org.sealpost.contact.ContactRow;
import org.sealpost.contact.ContactService;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.model.Page;
import org.sealpost.pki.Fingerprint;

class ContactsResourceTest {
    private static final Instant UNTIL = Instant.parse("2027-11-24T08:00:00Z");
    private static final String HEX = "ab".repeat(32);

    private final ContactsResource resource = new ContactsResource();
    private final List<ContactQuery> asked = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    @BeforeEach
    void open() {
        resource.contacts = new ContactService() {
            @Override
            public Page<ContactRow> page(ContactQuery query) {
                asked.add(query);
                ContactRow row = new ContactRow(
                        "contact:1",
                        "ann@partner.example",
                        "Ann",
                        new Fingerprint(HEX),
                        List.of(EncryptionFormat.AES_256_CBC),
                        UNTIL,
                        UNTIL,
                        true);
                return new Page<>(List.of(row), Optional.of("ann@partner.example"));
            }

            @Override
            public void remove(String id) {
                removed.add(id);
            }
        };
    }

    @Test
    void contactsAreListedPageByPage() {
        ContactsResource.Contacts page = resource.list("ann", "a");
        assertThat(asked).containsExactly(new ContactQuery("ann", Optional.of("a"), 100));
        assertThat(page.next()).isEqualTo("ann@partner.example");
        assertThat(page.contacts())
                .containsExactly(new ContactsResource.Contact(
                        "contact:1", "ann@partner.example", "Ann", HEX, List.of("AES_256_CBC"), UNTIL, true));
    }

    @Test
    void oneIsRemovedByItsId() {
        resource.remove("contact:1");
        assertThat(removed).containsExactly("contact:1");
    }
}
