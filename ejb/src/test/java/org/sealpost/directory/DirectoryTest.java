package org.sealpost.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.model.MailboxId;
import org.sealpost.model.Page;

class DirectoryTest {
    private static final MailboxId ALICE = new MailboxId("289fdcc5-09d6-5408-ab65-288ee5a72608");

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

    @Test
    void aPersonIsFoundByLoginAddressAndId() {
        DirectoryEntry alice =
                new DirectoryEntry(ALICE, "alice@corp.example", "Alice Archer", "alice", "Headquarters", false);

        assertThat(directory.byLogin("alice")).contains(alice);
        assertThat(directory.byAddress("Alice@CORP.example")).contains(alice);
        assertThat(directory.byId(ALICE)).contains(alice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "obrien|sean.o'brien@corp.example|Seán O'Brien",
                "soehne|juergen.soehne@corp.example|Jürgen \"J\" Söhne",
                "tanaka|taro.tanaka@corp.example|田中 太郎",
                "haddad|layla.haddad@corp.example|ليلى حداد"
            })
    void namesThatHurtAreFoundAndComeBackWhole(String login, String address, String name) {
        assertThat(directory.byLogin(login)).hasValueSatisfying(found -> {
            assertThat(found.address()).isEqualTo(address);
            assertThat(found.displayName()).isEqualTo(name);
        });
        assertThat(directory.search(name.substring(0, 3), 10))
                .extracting(DirectoryEntry::login)
                .contains(login);
    }

    @Test
    void aLongDistinguishedNameIsNoObstacle() {
        assertThat(directory.byLogin("maximiliana"))
                .map(DirectoryEntry::orgUnit)
                .contains("Branch Office");
    }

    @Test
    void anUnknownNameIsNobody() {
        assertThat(directory.byLogin("nobody")).isEmpty();
        assertThat(directory.byAddress("nobody@corp.example")).isEmpty();
        assertThat(directory.byId(new MailboxId("00000000-0000-0000-0000-000000000000")))
                .isEmpty();
        assertThat(directory.expandGroup("alice@corp.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "alice)(uid=*", "a*", "\\2a", ")(|(objectClass=*)", "\u0000"})
    void whatIsTypedIsNeverPartOfTheQuestion(String typed) {
        assertThat(directory.byLogin(typed)).isEmpty();
        assertThat(directory.byAddress(typed)).isEmpty();
        assertThat(directory.search(typed, 10)).isEmpty();
    }

    @Test
    void theIdStaysWhenSomebodyIsRenamedAndMoved() throws Exception {
        running.server()
                .modifyDN(
                        "uid=alice,ou=Headquarters,dc=corp,dc=example",
                        "uid=alice.baker",
                        true,
                        "ou=Branch Office,dc=corp,dc=example");
        running.server()
                .modify(
                        "uid=alice.baker,ou=Branch Office,dc=corp,dc=example",
                        new Modification(ModificationType.REPLACE, "mail", "alice.baker@corp.example"));

        assertThat(directory.byId(ALICE)).hasValueSatisfying(found -> {
            assertThat(found.address()).isEqualTo("alice.baker@corp.example");
            assertThat(found.login()).isEqualTo("alice.baker");
            assertThat(found.orgUnit()).isEqualTo("Branch Office");
        });
    }

    @Test
    void completionFindsPeopleAndGroupsUpToItsLimit() {
        assertThat(directory.search("ca", 10))
                .extracting(DirectoryEntry::address)
                .containsExactlyInAnyOrder("carol@corp.example", "care@corp.example");
        assertThat(directory.search("a", 2)).hasSize(2);
        assertThat(directory.search("  ", 10)).isEmpty();
    }

    @Test
    void pagesShowEverybodyOnceInTheOrderOfTheirNames() {
        List<String> names = new ArrayList<>();
        Optional<String> key = Optional.empty();
        do {
            Page<DirectoryEntry> page = directory.people("", key, 5);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(5);
            page.rows().forEach(row -> names.add(row.displayName()));
            key = page.nextKey();
        } while (key.isPresent());

        assertThat(names).hasSize(17).doesNotHaveDuplicates().isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(names).contains("Ada Minster", "Alice Archer").doesNotContain("Sales");
    }

    @Test
    void theListIsSearchedAnywhereInNameAddressAndLogin() {
        assertThat(directory.people("rche", Optional.empty(), 5).rows())
                .extracting(DirectoryEntry::login)
                .containsExactly("alice");
        assertThat(directory.people("*", Optional.empty(), 5).rows()).isEmpty();
    }

    @Test
    void theListIsNarrowedToAnOrganisationalUnit() {
        assertThat(directory.units()).containsExactly("Branch Office", "Headquarters");
        PeopleQuery branch = new PeopleQuery("", Optional.of("Branch Office"), Optional.empty(), 100);
        assertThat(directory.people(branch).rows())
                .extracting(DirectoryEntry::login)
                .contains("maximiliana")
                .doesNotContain("alice");
        assertThat(directory.people(branch).rows())
                .allMatch(entry -> entry.orgUnit().equals("Branch Office"));
    }

    @Test
    void aGroupIsExpandedThroughTheGroupsInIt() {
        assertThat(directory.expandGroup("care@corp.example")).hasValueSatisfying(care -> {
            assertThat(care.group().group()).isTrue();
            assertThat(care.people())
                    .extracting(DirectoryEntry::login)
                    .containsExactlyInAnyOrder("alice", "bob", "tanaka", "carol", "dave", "soehne");
            assertThat(care.without()).isEmpty();
        });
    }

    @Test
    void groupsThatContainEachOtherEndAndNobodyCountsTwice() throws Exception {
        running.server()
                .modify(
                        "cn=Sales,ou=groups,dc=corp,dc=example",
                        new Modification(
                                ModificationType.ADD, "member", "cn=Customer Care,ou=groups,dc=corp,dc=example"));

        assertThat(directory.expandGroup("sales@corp.example").orElseThrow().people())
                .hasSize(6);
    }

    @Test
    void membersWithoutAMailboxAreNamed() throws Exception {
        running.server()
                .modify(
                        "cn=Sales,ou=groups,dc=corp,dc=example",
                        new Modification(
                                ModificationType.ADD,
                                "member",
                                "uid=gone,ou=Headquarters,dc=corp,dc=example",
                                "no name at all"));

        assertThat(directory.expandGroup("sales@corp.example").orElseThrow().without())
                .containsExactlyInAnyOrder("uid=gone,ou=Headquarters,dc=corp,dc=example", "no name at all");
    }

    @Test
    void twoEntriesWithOneAddressAreRefusedAndNotGuessed() throws Exception {
        running.server()
                .modify(
                        "uid=bob,ou=Headquarters,dc=corp,dc=example",
                        new Modification(ModificationType.REPLACE, "mail", "alice@corp.example"));

        assertThatThrownBy(() -> directory.byAddress("alice@corp.example"))
                .isInstanceOfSatisfying(DirectoryAnswerRefused.class, refused -> assertThat(refused.arguments())
                        .containsExactly(DirectoryAnswerRefused.Reason.AMBIGUOUS, "alice@corp.example"));
    }

    @Test
    void itRefusesToBeAskedInsideATransaction() {
        assertThat(Directory.class.getAnnotation(Transactional.class).value()).isEqualTo(Transactional.TxType.NEVER);
    }

    @Test
    void aDirectoryThatComesBackIsAskedAgain() throws Exception {
        assertThat(directory.byLogin("alice")).isPresent();
        running.server().shutDown(true);
        assertThatThrownBy(() -> directory.byLogin("alice")).isInstanceOf(DirectoryUnavailable.class);
        running.server().startListening();
        assertThat(directory.byLogin("alice")).isPresent();
    }
}
