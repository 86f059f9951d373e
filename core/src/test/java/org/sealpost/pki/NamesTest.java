package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
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
    void anyNameIssuesAndReadsBackAsOneCommonName(String name) throws InvalidNameException {
        X509Certificate certificate = issue(new Subject("x@corp.example", name, name));
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        String expected = name.replaceAll("\\p{Cntrl}", " ").strip();
        assertThat(commonName(subject)).isEqualTo(expected);
        assertThat(subject.getRDNs()).hasSize(2);
        assertThat(new LdapName(certificate.getSubjectX500Principal().getName()).size())
                .isEqualTo(2);
    }

    private static X509Certificate issue(Subject subject) {
        return SAMPLE.issue(CertificateProfile.SIGNING, subject, KeyType.EC_P256)
                .certificate();
    }

    private static String commonName(X500Name name) {
        return name.getRDNs(BCStyle.CN)[0].getFirst().getValue().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "漢", "👩"})
    void longNamesAreCutToSixtyFourCharactersAndNoneInHalf(String character) {
        X509Certificate certificate =
                issue(new Subject("x@corp.example", character.repeat(200), character.repeat(200)));
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        assertThat(commonName(subject)).isEqualTo(character.repeat(64));
        assertThat(IETFUtils.valueToString(
                        subject.getRDNs(BCStyle.O)[0].getFirst().getValue()))
                .isEqualTo(character.repeat(64));
    }

    @Test
    void addressStandsInForABlankName() {
        X500Name subject = Names.of(new Subject("alice@corp.example", "  ", ""));
        assertThat(commonName(subject)).isEqualTo("alice@corp.example");
        assertThat(subject.getRDNs(BCStyle.O)).isEmpty();
    }

    @Test
    void halfASurrogatePairIsDropped() {
        assertThat(commonName(Names.of(new Subject("a@b.example", "a\ud83d", ""))))
                .isEqualTo("a");
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
        X509Certificate certificate = issue(new Subject(address, "", ""));
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
