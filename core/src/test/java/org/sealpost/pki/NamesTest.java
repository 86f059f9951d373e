package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;

/** Names that broke enrolment elsewhere. */
class NamesTest {
    private static final SampleAuthority SAMPLE = SampleAuthority.create();

    static Stream<String> namesThatHurt() {
        return Stream.of(
                "O'Brien",
                "Jürgen \"J\" Söhne, Dr.",
                "a=b+c,d;e<f>g\\h#i/j",
                "#hash first",
                " space around ",
                "佐藤 花子",
                "שלמה כהן",
                "محمد عبد الله",
                "👩‍👩‍👧‍👦 family",
                "CN=Administrator,O=Corp",
                "null\u0000byte",
                "line\r\nbreak");
    }

    @ParameterizedTest
    @MethodSource("namesThatHurt")
    void anyNameOfAnOrganisationIsWrittenAndReadsBackAsItself(String name) throws InvalidNameException {
        X500Name authority = Names.authority(name);
        String expected = name.replaceAll("\\p{Cntrl}", " ");
        assertThat(value(authority, BCStyle.O)).isEqualTo(expected.strip());
        assertThat(value(authority, BCStyle.CN)).isEqualTo((expected + " Key Manager").strip());
        assertThat(authority.getRDNs()).hasSize(2);
        assertThat(new LdapName(authority.toString()).size()).isEqualTo(2);
        assertThat(value(Names.responder(authority), BCStyle.O)).isEqualTo(expected.strip());
    }

    private static X509Certificate issue(Subject subject) {
        return SAMPLE.issue(CertificateProfile.SIGNING, subject, KeyType.EC_P256)
                .certificate();
    }

    private static String value(X500Name name, ASN1ObjectIdentifier type) {
        return name.getRDNs(type)[0].getFirst().getValue().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "漢", "👩"})
    void longNamesAreCutToSixtyFourCharactersAndNoneInHalf(String character) {
        X500Name authority = Names.authority(character.repeat(200));
        assertThat(value(authority, BCStyle.CN)).isEqualTo(character.repeat(64));
        assertThat(value(authority, BCStyle.O)).isEqualTo(character.repeat(64));
    }

    @Test
    void theAddressIsTheOnlyName() {
        X500Name subject = Names.of(new Subject("alice@b\u00fccher.example"));
        assertThat(value(subject, BCStyle.CN)).isEqualTo("alice@xn--bcher-kva.example");
        assertThat(subject.getRDNs()).hasSize(1);
    }

    @Test
    void anAddressThatIsLongerThanANameMayBeStandsAmongTheAlternativeNamesAloneAndIsCritical() {
        String longest = "a".repeat(64 - "@b.example".length()) + "@b.example";
        assertThat(Names.of(new Subject(longest)).size()).isEqualTo(1);
        X509Certificate certificate = issue(new Subject("a" + longest));
        assertThat(certificate.getSubjectX500Principal().getName()).isEmpty();
        assertThat(certificate.getCriticalExtensionOIDs()).contains("2.5.29.17");
        assertThat(Certificates.addresses(certificate)).containsExactly("a" + longest);
    }

    @Test
    void halfASurrogatePairIsDropped() {
        assertThat(value(Names.authority("a\ud83d"), BCStyle.O)).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({
        "alice@corp.example, alice@corp.example",
        "o'brien+list@corp.example, o'brien+list@corp.example",
        "alice@bücher.example, alice@xn--bcher-kva.example",
        "jürgen@corp.example, jürgen@corp.example",
        "佐藤@例え.example, 佐藤@例え.example",
        "佐藤@xn--r8jz45g.example, 佐藤@例え.example"
    })
    void addressesAreWrittenInTheFormOfTheirKind(String address, String written) {
        X509Certificate certificate = issue(new Subject(address));
        assertThat(Certificates.addresses(certificate)).containsExactly(written);
    }

    @Test
    void localPartBeyondAsciiIsAnSmtpUtf8Mailbox() {
        assertThat(Names.mailbox("jürgen@corp.example").getTagNo()).isZero();
        assertThat(Names.mailbox("juergen@corp.example").getTagNo()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "alice", "@corp.example", "alice@", "alice@a..b", "alice@-\u00fc-.\u3002"})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> Names.mailbox(address))
                .isInstanceOfSatisfying(
                        BadEncoding.class, e -> assertThat(e.arguments()).containsExactly("address"));
    }
}
