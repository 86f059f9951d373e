package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.model.MailboxId;

class RolesTest {
    private TestDirectory running;
    private Directory directory;

    @BeforeEach
    void start() throws Exception {
        running = TestDirectory.sample();
        directory = running.directory();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({"officer1, true", "officer2, true", "officer3, true", "admin, false", "alice, false"})
    void aRoleIsHeldDirectlyOrByAGroupInTheGroup(String login, boolean officer) {
        MailboxId id = directory.byLogin(login).orElseThrow().id();
        assertThat(directory.roles(id).contains("recovery-officer")).isEqualTo(officer);
    }

    @Test
    void somebodyUnknownHasNoRole() {
        assertThat(directory.roles(new MailboxId("00000000-0000-0000-0000-000000000000")))
                .isEmpty();
    }

    @Test
    void everybodyWithARoleIsFound() {
        assertThat(directory.holders("recovery-officer"))
                .extracting(DirectoryEntry::login)
                .containsExactlyInAnyOrder("officer1", "officer2", "officer3");
        assertThat(directory.holders("no-such-role")).isEmpty();
    }

    @Test
    void whoIsTakenOutOfTheGroupLosesTheRoleAtOnce() throws Exception {
        MailboxId id = directory.byLogin("officer1").orElseThrow().id();
        running.server()
                .modify(
                        "cn=recovery-officer,ou=roles,dc=corp,dc=example",
                        new Modification(
                                ModificationType.DELETE, "member", "uid=officer1,ou=Headquarters,dc=corp,dc=example"));
        assertThat(directory.roles(id)).doesNotContain("recovery-officer");
    }

    @ParameterizedTest
    @CsvSource({"alice, alice-sample, true", "alice, bob-sample, false", "alice, '', false", "nobody, x, false"})
    void theDirectoryItselfSaysWhosePasswordItIs(String login, String password, boolean right) {
        try (Passphrase typed = Passphrase.copyOf(password)) {
            assertThat(directory.knows(login, typed)).isEqualTo(right);
        }
    }

    @Test
    void aWrongPasswordLeavesTheConnectionToTheReader() {
        try (Passphrase typed = Passphrase.copyOf("wrong")) {
            assertThat(directory.knows("alice", typed)).isFalse();
        }
        assertThat(directory.byLogin("bob")).isPresent();
    }
}
