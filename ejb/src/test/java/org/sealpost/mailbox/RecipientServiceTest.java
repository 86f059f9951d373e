package org.sealpost.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.sending.RecipientStatus;

class RecipientServiceTest {
    private PostOffice office;

    @BeforeEach
    void open() throws Exception {
        office = new PostOffice().enabled("bob", "carol");
        office.statuses.put("erin", RecipientStatus.REVOKED);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void whoeverCanBeSealedToComesWithACertificate() {
        assertThat(find("bob@corp.example", "erin@corp.example", "eve@else.example"))
                .extracting(SealingRecipient::address, SealingRecipient::status, one -> one.certificate()
                        .isPresent())
                .containsExactly(
                        tuple("bob@corp.example", RecipientStatus.ENABLED, true),
                        tuple("erin@corp.example", RecipientStatus.REVOKED, false),
                        tuple("eve@else.example", RecipientStatus.UNKNOWN, false));
    }

    @Test
    void aGroupIsGivenAsItsMembersEachWithTheirOwnStatus() {
        List<SealingRecipient> members = find("sales@corp.example");
        assertThat(members).hasSize(3).allMatch(one -> one.typed().equals("sales@corp.example"));
        assertThat(members)
                .filteredOn(one -> one.status().enabled())
                .extracting(SealingRecipient::address)
                .containsExactly("carol@corp.example");
    }

    @Test
    void theDirectorysSpellingIsGiven() {
        assertThat(find("Bob <BOB@corp.example>"))
                .extracting(SealingRecipient::address)
                .containsExactly("bob@corp.example");
    }

    private List<SealingRecipient> find(String... typed) {
        return office.recipients.recipients(List.of(typed));
    }
}
