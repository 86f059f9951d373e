package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.sending.RecipientStatus;

class RecipientLookupTest {
    private PostOffice office;

    @BeforeEach
    void open() throws Exception {
        office = new PostOffice().enabled("alice", "bob", "carol");
        office.statuses.put("dave", RecipientStatus.REVOKED);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void eachRecipientIsShownWithTheirStatusInTheOrderTyped() {
        assertThat(office.sending.recipients(List.of(
                        "Dave <DAVE@corp.example>", "bob@corp.example", "erin@corp.example", "eve@else.example")))
                .extracting(Recipient::status)
                .containsExactly(
                        RecipientStatus.REVOKED,
                        RecipientStatus.ENABLED,
                        RecipientStatus.NOT_ENABLED,
                        RecipientStatus.UNKNOWN);
    }

    @Test
    void whatIsNoAddressStaysAsTyped() {
        assertThat(office.sending.recipients(List.of("bob at corp", " ")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.address()).isEqualTo("bob at corp");
                    assertThat(one.status()).isEqualTo(RecipientStatus.UNKNOWN);
                });
    }

    @Test
    void aGroupIsEnabledWhenAllOfItsMembersAre() {
        assertThat(sales().status()).isEqualTo(RecipientStatus.NOT_ENABLED);
        assertThat(sales().members()).hasSize(3);
        assertThat(sales().group()).isTrue();
        office.enabled("dave", "soehne");
        assertThat(sales().status()).isEqualTo(RecipientStatus.ENABLED);
    }

    @Test
    void completionShowsPeopleAndGroupsWithTheirStatus() {
        assertThat(office.sending.complete("ca", 10))
                .extracting(Recipient::address, Recipient::status)
                .contains(
                        tuple("carol@corp.example", RecipientStatus.ENABLED),
                        tuple("care@corp.example", RecipientStatus.NOT_ENABLED));
    }

    private Recipient sales() {
        return office.sending.recipients(List.of("sales@corp.example")).get(0);
    }
}
