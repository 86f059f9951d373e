package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.LDAPSDKException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.pki.Certificates;

/** What a mail program finds that somebody of the organisation has told login name and password. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressBookTest {
    private RunningBook book;
    private X509Certificate bobs;

    @BeforeAll
    void open() throws Exception {
        book = new RunningBook(false);
        bobs = book.organisation.encryption("bob");
        book.organisation.encryption("carol");
    }

    @AfterAll
    void close() throws Exception {
        book.close();
    }

    @Test
    void aPersonComesWithNamesAndBothFormsOfTheCertificate() throws Exception {
        SearchResultEntry bob =
                search("(mail=BOB@corp.example)").getSearchEntries().get(0);
        assertThat(bob.getDN()).isEqualTo("mail=bob@corp.example," + RunningBook.BASE);
        assertThat(bob.getAttributeValue("mail")).isEqualTo("bob@corp.example");
        assertThat(bob.getAttributeValue("cn")).isEqualTo("Bob Baker");
        assertThat(bob.getAttributeValue("sn")).isEqualTo("Baker");
        assertThat(bob.getAttributeValue("givenName")).isEqualTo("Bob");
        assertThat(bob.getObjectClassValues()).contains("inetOrgPerson");
        assertThat(Certificates.parse(bob.getAttributeValueBytes("userCertificate;binary")))
                .isEqualTo(bobs);
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(bob.getAttributeValueBytes("userSMIMECertificate;binary"))))
                .hasSize(2)
                .anyMatch(bobs::equals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(cn=bob*);1",
                "(cn=Bob Baker);1",
                "(mail=bo*);1",
                "(sn=Bak*);1",
                "(|(cn=bo*)(mail=bo*)(sn=bo*));1",
                "(|(mail=bob@corp.example)(mail=carol@corp.example)(mail=alice@corp.example));2",
                "(&(mail=*)(|(cn=ca*)(mail=ca*)));1",
                "(&(cn=bo*)(!(mail=bob@corp.example)));0",
                "(mail=alice@corp.example);0",
                "(cn=ali*);0",
                "(mail=nobody@corp.example);0",
                "(mail=sales@corp.example);0"
            })
    void whoIsEnabledIsFoundByNameAndAddressAndNobodyElse(String filter, int number) throws Exception {
        assertThat(search(filter).getSearchEntries()).hasSize(number);
    }

    @Test
    void aProgramSaysWhichAttributesItWants() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            SearchResultEntry one = program.searchForEntry(
                    RunningBook.BASE, SearchScope.SUB, "(mail=bob@corp.example)", "cn", "userCertificate;binary");
            assertThat(one.getAttributes())
                    .extracting(each -> each.getName())
                    .containsExactlyInAnyOrder("cn", "userCertificate;binary");
            SearchRequest names = request("(mail=bob@corp.example)");
            names.setTypesOnly(true);
            assertThat(program.search(names).getSearchEntries().get(0).getAttributes())
                    .allSatisfy(each -> assertThat(each.hasValue()).isFalse());
        }
    }

    @Test
    void aPersonIsFoundByTheNameOfTheEntryToo() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            assertThat(program.getEntry("mail=bob@corp.example," + RunningBook.BASE))
                    .isNotNull();
            assertThat(program.getEntry(RunningBook.BASE)).isNotNull();
            for (String nobody : List.of(
                    "mail=alice@corp.example," + RunningBook.BASE,
                    "mail=bob@corp.example,dc=else",
                    "uid=bob," + RunningBook.BASE,
                    "mail=bob@corp.example,ou=people," + RunningBook.BASE)) {
                assertThat(program.getEntry(nobody)).as(nobody).isNull();
            }
        }
    }

    /** Thunderbird's short dialog leaves the scope out. */
    @Test
    void whoeverAsksTheTopForPeopleMeansThoseBelow() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            assertThat(program.search(RunningBook.BASE, SearchScope.BASE, "(|(cn=*bob*)(mail=*bob*))")
                            .getSearchEntries())
                    .hasSize(1);
            assertThat(program.search(RunningBook.BASE, SearchScope.BASE, "(objectClass=*)")
                            .getSearchEntries())
                    .extracting(top -> top.getDN())
                    .containsExactly(RunningBook.BASE);
            assertThat(program.search(RunningBook.BASE, SearchScope.BASE, "(objectClass=person)")
                            .getSearchEntries())
                    .isEmpty();
        }
    }

    @Test
    void theServerTellsWhatItIsBeforeALogin() throws Exception {
        try (LDAPConnection program = book.connect()) {
            assertThat(program.getRootDSE().getNamingContextDNs()).containsExactly(RunningBook.BASE);
            assertThat(program.getRootDSE().supportsLDAPVersion(3)).isTrue();
        }
    }

    @Test
    void aProgramMaySetItsOwnLimit() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            SearchRequest one = request("(|(mail=bob@corp.example)(mail=carol@corp.example))");
            one.setSizeLimit(1);
            assertThatThrownBy(() -> program.search(one)).isInstanceOfSatisfying(LDAPSearchException.class, refused -> {
                assertThat(refused.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
                assertThat(refused.getEntryCount()).isOne();
            });
        }
    }

    @Test
    void whoAsksPageByPageGetsAllInOne() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            SearchRequest paged = request("(cn=bo*)");
            paged.setControls(new SimplePagedResultsControl(100, new ASN1OctetString(), true));
            SearchResult answer = program.search(paged);
            assertThat(answer.getEntryCount()).isOne();
            assertThat(SimplePagedResultsControl.get(answer).moreResultsToReturn())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(objectClass=*)", "(mail=*)", "(cn=b*)", "(!(cn=bob))"})
    void nobodyGetsEverybody(String filter) throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            assertThat(refusal(() -> search(program, filter))).isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
        }
    }

    @Test
    void nothingCanBeWritten() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            String bob = "mail=bob@corp.example," + RunningBook.BASE;
            assertThat(refusal(() -> program.delete(bob))).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
            assertThat(refusal(() -> program.add("dn: cn=x," + RunningBook.BASE, "objectClass: person", "cn: x")))
                    .isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
            assertThat(refusal(() -> program.modify("dn: " + bob, "changetype: modify", "replace: cn", "cn: x")))
                    .isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
            assertThat(refusal(() -> program.modifyDN(bob, "cn=x", true))).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
            assertThat(refusal(() -> program.compare(bob, "cn", "x"))).isEqualTo(ResultCode.UNWILLING_TO_PERFORM);
            assertThat(search(program, "(mail=bob@corp.example)").getEntryCount())
                    .isOne();
        }
    }

    private SearchResult search(String filter) throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            return search(program, filter);
        }
    }

    private static SearchResult search(LDAPConnection program, String filter) throws LDAPException {
        return program.search(request(filter));
    }

    private static SearchRequest request(String filter) throws LDAPException {
        return new SearchRequest(RunningBook.BASE, SearchScope.SUB, filter);
    }

    private static ResultCode refusal(Asking asking) {
        try {
            asking.ask();
        } catch (LDAPException e) {
            return e.getResultCode();
        } catch (LDAPSDKException e) {
            throw new IllegalStateException(e);
        }
        return ResultCode.SUCCESS;
    }

    /** Something that a program asks for. */
    @FunctionalInterface
    private interface Asking {
        void ask() throws LDAPSDKException;
    }
}
