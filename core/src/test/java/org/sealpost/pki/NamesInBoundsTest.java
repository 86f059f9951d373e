package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.pki.ForeignPki.NOW;
import static org.sealpost.pki.ForeignPki.authority;
import static org.sealpost.pki.ForeignPki.authorityExcept;
import static org.sealpost.pki.ForeignPki.authorityFor;
import static org.sealpost.pki.ForeignPki.mailbox;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.Providers;

/** An authority vouches for the names that it was permitted, and its own certificate's constraints hold beside them. */
class NamesInBoundsTest {
    private static final MailDomains PARTNER = MailDomains.parse("partner.example");

    private static Finding chain(TrustAnchor anchor, X509Certificate certificate, X509Certificate... others) {
        PathCheck check = PathCheck.within(Providers.best(), List.of(anchor), List.of());
        return check.check(
                        new PathCheck.Question(certificate, List.of(others), CertificateProfile.SIGNING, NOW, NOW, NOW))
                .chain();
    }

    private static GeneralName mail(String constraint) {
        return new GeneralName(GeneralName.rfc822Name, constraint);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "ann@partner.example, chain-trusted",
        "ann@PARTNER.example, chain-trusted",
        "jürgen@partner.example, chain-trusted",
        "ann@corp.example, names-out-of-bounds",
        "ann@mail.partner.example, names-out-of-bounds",
        "jürgen@corp.example, names-out-of-bounds",
    })
    void permittedDomainsHoldThoughTheAuthoritySaysNothing(String address, String code) {
        ForeignPki root = ForeignPki.root();
        Finding found = chain(
                TrustAnchor.foreign(root.certificate(), PARTNER),
                root.issue("CN=Ann", mailbox(address)).certificate());
        assertThat(found.code()).isEqualTo(code);
        assertThat(found.ok()).isEqualTo(code.equals("chain-trusted"));
    }

    @Test
    void oneAddressOutsideSpoilsTheOthersAndIsNamed() {
        ForeignPki root = ForeignPki.root();
        Finding found = chain(
                TrustAnchor.foreign(root.certificate(), PARTNER),
                root.issue("CN=Ann", mailbox("ann@partner.example", "ceo@corp.example"))
                        .certificate());
        assertThat(found.outcome()).isEqualTo(Finding.Outcome.FAILED);
        assertThat(found.arguments()).containsExactly("CN=Partner CA", "ceo@corp.example");
    }

    @Test
    void whoHasNoAddressIsInNoDomain() {
        ForeignPki root = ForeignPki.root();
        X509Certificate bare =
                root.issue("CN=Ann,O=Partner", ForeignPki.nothing()).certificate();
        assertThat(chain(TrustAnchor.foreign(root.certificate(), PARTNER), bare).code())
                .isEqualTo("names-out-of-bounds");
        assertThat(chain(TrustAnchor.own(root.certificate()), bare).code()).isEqualTo("chain-trusted");
    }

    @Test
    void domainsHoldThroughIntermediateAuthorities() {
        ForeignPki root = ForeignPki.root();
        ForeignPki middle = root.issue("CN=Middle", authority());
        X509Certificate good = middle.mailboxOf("ann@partner.example").certificate();
        X509Certificate bad = middle.mailboxOf("ann@corp.example").certificate();
        TrustAnchor anchor = TrustAnchor.foreign(root.certificate(), PARTNER);
        assertThat(chain(anchor, good, middle.certificate()).ok()).isTrue();
        assertThat(chain(anchor, bad, middle.certificate()).ok()).isFalse();
    }

    static Stream<Arguments> constraints() {
        return Stream.of(
                row(authorityFor(mail("partner.example")), true),
                row(authorityFor(mail(".partner.example")), false),
                row(authorityFor(mail("ann@partner.example")), true),
                row(authorityFor(mail("bob@partner.example")), false),
                row(authorityFor(mail("other.example")), false),
                row(authorityExcept(mail("partner.example")), false),
                row(authorityExcept(mail("other.example")), true),
                // a constraint for another kind of name says nothing of mail
                row(authorityFor(new GeneralName(GeneralName.dNSName, "partner.example")), true),
                row(authorityFor(new GeneralName(new X500Name("O=Partner"))), true),
                row(authorityFor(new GeneralName(new X500Name("O=Other"))), false),
                row(authorityExcept(new GeneralName(new X500Name("O=Partner"))), false),
                // what we do not understand is out of bounds
                row(
                        ForeignPki.authorityWithin(new GeneralSubtree(mail("partner.example"), BigInteger.ONE, null)),
                        false));
    }

    private static Arguments row(ForeignPki.Saying saying, boolean good) {
        return Arguments.of(saying, good);
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void theAuthoritysOwnConstraintsHoldAtAnyPlaceInTheChain(ForeignPki.Saying constrained, boolean good) {
        ForeignPki root = ForeignPki.root("O=Partner,CN=Root", constrained);
        X509Certificate ann =
                root.issue("O=Partner,CN=Ann", mailbox("ann@partner.example")).certificate();
        assertThat(chain(TrustAnchor.foreign(root.certificate(), PARTNER), ann).ok())
                .isEqualTo(good);

        ForeignPki free = ForeignPki.root();
        ForeignPki middle = free.issue("O=Partner,CN=Middle", constrained);
        X509Certificate bob =
                middle.issue("O=Partner,CN=Ann", mailbox("ann@partner.example")).certificate();
        assertThat(chain(TrustAnchor.foreign(free.certificate(), PARTNER), bob, middle.certificate())
                        .ok())
                .isEqualTo(good);
    }

    @Test
    void internationalAddressesStandUnderTheConstraintsForMail() {
        ForeignPki root = ForeignPki.root("O=Partner", authorityFor(mail("other.example")));
        X509Certificate certificate =
                root.issue("O=Partner,CN=J", mailbox("jürgen@partner.example")).certificate();
        assertThat(NamesInBounds.outside(List.of(certificate, root.certificate()), Optional.empty()))
                .isPresent();
    }

    @Test
    void whoStandsTwiceIsTrustedAsTheFirstTime() {
        ForeignPki root = ForeignPki.root();
        PathCheck check = PathCheck.within(
                Providers.best(),
                List.of(
                        TrustAnchor.foreign(root.certificate(), MailDomains.parse("other.example")),
                        TrustAnchor.own(root.certificate())),
                List.of());
        X509Certificate ann = root.mailboxOf("ann@partner.example").certificate();
        assertThat(check.check(new PathCheck.Question(ann, List.of(), CertificateProfile.SIGNING, NOW, NOW, NOW))
                        .chain()
                        .ok())
                .isFalse();
    }
}
