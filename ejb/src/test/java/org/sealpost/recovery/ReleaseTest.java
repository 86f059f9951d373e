package org.sealpost.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;
import org.sealpost.escrow.NoSuchPackage;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.Folder;
import org.sealpost.model.MailboxRepository;
import org.sealpost.model.MailboxState;
import org.sealpost.model.StoredMessageRepository;

/** Legal access to a mailbox: the officers agree, an auditor fetches the keys. */
class ReleaseTest {
    private final RecoveryOffice office = new RecoveryOffice();

    @BeforeEach
    void nameOfficers() {
        office.enrolOfficers(2);
        office.enrol("alice").close();
        office.name(2, "officer1", "officer2");
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void releasedKeysAreFetchedOnceAsAFileAndTheMailboxStaysAsItIs() throws Exception {
        office.as("admin");
        AskedRecovery asked = office.call(
                () -> office.get(RecoveryService.class).release(RecoveryOffice.ALICE, "court order", "T-2"));
        office.approve("officer1", asked.requested());
        assertThatThrownBy(() -> fetch(asked)).isInstanceOf(NoSuchPackage.class);
        office.approve("officer2", asked.requested());
        KeyStore file = KeyStore.getInstance("PKCS12");
        file.load(new ByteArrayInputStream(fetch(asked)), "for the court only".toCharArray());
        assertThat(Collections.list(file.aliases()))
                .filteredOn(alias -> keyEntry(file, alias))
                .hasSize(1);
        assertThatThrownBy(() -> fetch(asked)).isInstanceOf(NoSuchPackage.class);
        assertThat(office.get(MailboxRepository.class)
                        .byId(RecoveryOffice.ALICE)
                        .orElseThrow()
                        .state())
                .isEqualTo(MailboxState.ENABLED);
    }

    @Test
    void theOwnerIsToldByMailAndTheLogNamesWhyAndEveryoneWhoAgreed() {
        office.as("admin");
        AskedRecovery asked = office.call(
                () -> office.get(RecoveryService.class).release(RecoveryOffice.ALICE, "court order", "T-2"));
        office.approve("officer1", asked.requested());
        assertThat(inbox()).isEmpty();
        office.approve("officer2", asked.requested());
        assertThat(inbox()).containsExactly("Your encryption keys were released");
        assertThat(office.log(Act.RELEASE)).singleElement().satisfies(said -> {
            assertThat(said.actor()).isEqualTo("admin");
            assertThat(said.subject()).contains("alice@corp.example");
            assertThat(said.grounds().approvers()).isEqualTo("officer1, officer2");
            assertThat(said.grounds().reason()).isEqualTo("court order");
            assertThat(said.grounds().ticket()).isEqualTo("T-2");
        });
        assertThat(office.log(Act.APPROVE)).extracting(AuditRecord::actor).containsExactly("officer1", "officer2");
    }

    private List<String> inbox() {
        return office
                .call(() -> office.get(StoredMessageRepository.class)
                        .page(RecoveryOffice.ALICE, Folder.INBOX, "", Optional.empty(), 5))
                .rows()
                .stream()
                .map(message -> message.label().subject())
                .toList();
    }

    private byte[] fetch(AskedRecovery asked) {
        try (Passphrase password = Passphrase.copyOf("for the court only")) {
            return office.call(() -> office.get(ReleaseService.class).fetch(asked.code(), password));
        }
    }

    private static boolean keyEntry(KeyStore file, String alias) {
        try {
            return file.isKeyEntry(alias);
        } catch (KeyStoreException e) {
            throw new AssertionError(e);
        }
    }
}
