package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.ForeignPki.NOW;
import static org.sealpost.pki.ForeignPki.authority;
import static org.sealpost.pki.ForeignPki.mailbox;
import static org.sealpost.pki.ForeignPki.nothing;
import static org.sealpost.pki.ForeignPki.saying;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;
import org.sealpost.protocol.BadInput;

class ForeignAuthorityTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static ForeignAuthority read(ForeignPki one) {
        return ForeignAuthority.read(Certificates.der(one.certificate()), Providers.best(), NOW);
    }

    private static void refused(ForeignPki one, String code) {
        assertThatThrownBy(() -> read(one)).isInstanceOfSatisfying(UnusableAuthority.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }

    private static ForeignPki between(Instant from, Instant until) {
        return ForeignPki.root("CN=Partner CA", authority(), KeyType.EC_P256, from, until);
    }

    @Test
    void aGoodOneIsReadFromDerAndPem() {
        ForeignPki root = ForeignPki.root();
        byte[] pem = Certificates.pem(root.certificate()).getBytes(StandardCharsets.US_ASCII);
        for (byte[] given : new byte[][] {Certificates.der(root.certificate()), pem}) {
            ForeignAuthority read = ForeignAuthority.read(given, Providers.best(), NOW);
            assertThat(read.subject()).isEqualTo("CN=Partner CA");
            assertThat(read.fingerprint().hex()).isEqualTo(Certificates.fingerprint(root.certificate()));
            assertThat(read.listAddresses()).isEmpty();
        }
    }

    @Test
    void anAuthorityBelowAnotherCanBeTrustedWithoutTheOther() {
        assertThat(read(ForeignPki.root().issue("CN=Middle", authority())).subject())
                .isEqualTo("CN=Middle");
    }

    @Test
    void whoIsNoAuthorityIsRefused() {
        refused(ForeignPki.root().issue("CN=Ann", mailbox("ann@partner.example")), "not-an-authority");
        refused(ForeignPki.root("CN=Old", nothing()), "not-an-authority");
    }

    @Test
    void whoIsOutOfDateIsRefused() {
        refused(between(NOW.minus(DAY), NOW.minusSeconds(1)), "authority-expired");
        refused(between(NOW.plusSeconds(1), NOW.plus(DAY)), "authority-too-early");
    }

    @Test
    void whoSaysWhatWeDoNotUnderstandIsRefused() {
        ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
        refused(ForeignPki.root("CN=Odd", saying(unknown, true, DERNull.INSTANCE)), "authority-not-understood");
        assertThat(read(ForeignPki.root("CN=Odd", saying(unknown, false, DERNull.INSTANCE))))
                .isNotNull();
    }

    @Test
    void whoSaysToBeItsOwnIssuerMustHaveSignedItself() {
        ForeignPki root = ForeignPki.root();
        refused(root.issue("CN=Partner CA", authority()), "authority-signature-wrong");
    }

    @Test
    void whereItsListsAreIsTakenFromItsCertificateAsFarAsItComesByHttp() {
        DistributionPoint[] points = {
            point("ldap://dir.partner.example/cn=crl", null),
            point("https://partner.example/a.crl", null),
            point("http://partner.example/some.crl", new ReasonFlags(ReasonFlags.keyCompromise)),
            point("http://partner.example/ca.crl", null),
            new DistributionPoint(null, null, null)
        };
        ForeignPki root = ForeignPki.root(
                "CN=Partner CA", saying(Extension.cRLDistributionPoints, false, new CRLDistPoint(points)));
        assertThat(read(root).listAddresses()).containsExactly(URI.create("http://partner.example/ca.crl"));
    }

    private static DistributionPoint point(String address, @Nullable ReasonFlags reasons) {
        GeneralName name = new GeneralName(GeneralName.uniformResourceIdentifier, address);
        return new DistributionPoint(new DistributionPointName(new GeneralNames(name)), reasons, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END "})
    void whatIsNoCertificateIsRefused(String given) {
        byte[] octets = given.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> ForeignAuthority.read(octets, Providers.best(), NOW))
                .isInstanceOf(BadEncoding.class);
    }

    @Test
    void damageNeverEndsInAnythingButATypedRefusal() {
        byte[] good = Certificates.der(ForeignPki.root().certificate());
        for (int i = 0; i < good.length; i++) {
            byte[] damaged = good.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            try {
                X509Certificate read =
                        ForeignAuthority.read(damaged, Providers.best(), NOW).certificate();
                // with another issuer's name it no longer says to be its own; its fingerprint is another all the same
                assertThat(read.getIssuerX500Principal()).as("byte %d", i).isNotEqualTo(read.getSubjectX500Principal());
            } catch (BadInput expected) {
                assertThat(expected.code()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/x.crl",
                "ftp://a.example/x",
                "file:///etc/passwd",
                "http:///x",
                "/x",
                "http://user:secret@a.example/x",
                "http://a.example/x#y",
                "http://a b/",
                ""
            })
    void aListIsFetchedOverPlainHttpOnly(String address) {
        assertThatThrownBy(() -> ListAddress.parse(address)).isInstanceOf(BadListAddress.class);
        assertThat(ListAddress.parse(" http://a.example:81/x.crl?y ").toString())
                .isEqualTo("http://a.example:81/x.crl?y");
        assertThatThrownBy(() -> ListAddress.parse("http://a.example/" + "x".repeat(1000)))
                .isInstanceOf(BadListAddress.class);
    }
}
