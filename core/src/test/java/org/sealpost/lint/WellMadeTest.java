package org.sealpost.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.SampleAuthority;
import org.sealpost.pki.Subject;

/** What is right is not found wrong: the product's own certificates, and the borders of some rules. */
class WellMadeTest {
    private static final BigInteger MODULUS = SpoiltKeys.modulus(2048);
    private static final List<String> ADDRESSES =
            List.of("alice@corp.example", "jürgen@bücher.example", "x".repeat(64) + "@b.example");

    /** And a partner's one key, which has both uses, that of having them. */
    @Test
    void whatTheProductIssuesHasNothingWorseThanTheNoticeThatItClaimsNoPublicPolicy() {
        for (KeyType type : KeyType.values()) {
            SampleAuthority sample = new SampleAuthority(Providers.best(), KeyType.EC_P256);
            for (CertificateProfile profile : CertificateProfile.values()) {
                String[] noticed = profile == CertificateProfile.PARTNER
                        ? new String[] {"one-use", "policy-claimed"}
                        : new String[] {"policy-claimed"};
                ADDRESSES.forEach(address -> assertNoticed(
                        Certificates.der(sample.issue(profile, new Subject(address), type)
                                .certificate()),
                        noticed));
            }
        }
    }

    @Test
    void moduliMadeWellAreNotSuspected() {
        SampleAuthority sample = SampleAuthority.create();
        for (int i = 0; i < 3; i++) {
            RSAPublicKey key = (RSAPublicKey) sample.pair(KeyType.RSA_2048).getPublic();
            assertThat(WeakModulus.hasClosePrimes(key.getModulus())).isFalse();
            assertThat(WeakModulus.isRoca(key.getModulus())).isFalse();
            assertThat(WeakModulus.hasSmallFactor(key.getModulus())).isFalse();
        }
    }

    private static void assertNoticed(byte[] issued, String... rules) {
        for (LintProfile each : LintProfile.values()) {
            assertThat(CertificateLint.check(issued, each).findings())
                    .extracting(LintFinding::rule)
                    .containsExactly(rules);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "o'brien+list@corp.example, true",
        "first.last@sub.corp.example, true",
        "a@localhost, true",
        "alice@xn--bcher-kva.example, true",
        "'\"odd one\"@corp.example', true",
        "alice@bücher.example, false",
        ".alice@corp.example, false",
        "alice..b@corp.example, false",
        "alice@-corp.example, false",
        "alice@corp..example, false",
        "alice@corp.example., false",
        "alice@@corp.example, false",
        "@corp.example, false",
        "alice, false"
    })
    void addressesHaveTheFormOfMailboxes(String address, boolean holds) {
        Draft draft = new Draft(LintProfile.STRICT);
        draft.names(
                new GeneralName(GeneralName.rfc822Name, Draft.ADDRESS),
                new GeneralName(GeneralName.rfc822Name, address));
        boolean found =
                CertificateLint.check(draft.der(), LintProfile.STRICT).errors().contains("address-form");
        assertThat(found).isEqualTo(!holds);
    }

    /** Bits of RFC 5280: of RSA keys, of keys on curves. */
    @ParameterizedTest
    @CsvSource({
        "128, true, true",
        "192, true, true",
        "32, true, false",
        "8, false, true",
        "9, false, true",
        "32776, false, true",
        "64, false, false",
        "160, true, false",
        "136, false, true",
        "0, false, false",
        "130, false, false",
        "40, false, false"
    })
    void aKeyMayBeUsedAsItsKindAllows(int bits, boolean rsa, boolean curve) {
        assertThat(fits(new Draft(LintProfile.STRICT).rsa(MODULUS, 65537), bits))
                .isEqualTo(rsa);
        assertThat(fits(new Draft(LintProfile.STRICT), bits)).isEqualTo(curve);
    }

    private static boolean fits(Draft draft, int bits) {
        draft.usage(bits);
        return !CertificateLint.check(draft.der(), LintProfile.STRICT).errors().contains("key-usage-bits");
    }
}
