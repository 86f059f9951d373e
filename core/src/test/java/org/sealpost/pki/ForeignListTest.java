package org.sealpost.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.ForeignPki.NOW;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Providers;
import org.sealpost.protocol.BadInput;

class ForeignListTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final ForeignPki root = ForeignPki.root();

    private ForeignList read(X509CRL list) {
        return ForeignList.read(Certificates.der(list), root.certificate(), Providers.best(), NOW);
    }

    private void refused(X509CRL list, String code) {
        assertThatThrownBy(() -> read(list)).isInstanceOfSatisfying(UnusableList.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }

    @Test
    void aListSaysWhoIsRevokedAndHowOldItIs() {
        X509Certificate ann = root.mailboxOf("ann@partner.example").certificate();
        ForeignList read = read(root.list(NOW, NOW.plus(DAY), ann));
        assertThat(read.entries()).isEqualTo(1);
        assertThat(read.thisUpdate()).isEqualTo(NOW);
        assertThat(read.nextUpdate()).contains(NOW.plus(DAY));
        assertThat(read.number()).isEmpty();
        X509CRL numbered = root.list(
                NOW, NOW.plus(DAY), builder -> builder.addExtension(Extension.cRLNumber, false, new ASN1Integer(7)));
        assertThat(read(numbered).number()).contains(BigInteger.valueOf(7));
        assertThat(read(numbered).entries()).isZero();
    }

    @Test
    void aListThatHasOutlivedItsTimeIsTakenAndOneFromTheFutureIsNot() {
        assertThat(read(root.list(NOW.minus(DAY), NOW.minusSeconds(1))).nextUpdate())
                .contains(NOW.minusSeconds(1));
        refused(root.list(NOW.plusSeconds(301), NOW.plus(DAY)), "list-from-future");
        assertThat(read(root.list(NOW.plusSeconds(299), NOW.plus(DAY)))).isNotNull();
    }

    @Test
    void somebodyElsesListIsRefusedEvenUnderTheSameName() {
        refused(ForeignPki.root("CN=Other", ForeignPki.authority()).list(NOW, NOW.plus(DAY)), "list-by-somebody-else");
        refused(ForeignPki.root().list(NOW, NOW.plus(DAY)), "list-by-somebody-else");
    }

    @Test
    void aDeltaListAloneWouldForgetMostOfThoseWhoAreRevoked() {
        refused(
                root.list(
                        NOW,
                        NOW.plus(DAY),
                        builder -> builder.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(1))),
                "list-incomplete");
    }

    private enum Scope {
        EVERYTHING,
        USERS,
        AUTHORITIES,
        ATTRIBUTES,
        INDIRECT,
        SOME_REASONS
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void aListOfAPartIsRefused(Scope scope) {
        IssuingDistributionPoint point = new IssuingDistributionPoint(
                null,
                scope == Scope.USERS,
                scope == Scope.AUTHORITIES,
                scope == Scope.SOME_REASONS ? new ReasonFlags(ReasonFlags.keyCompromise) : null,
                scope == Scope.INDIRECT,
                scope == Scope.ATTRIBUTES);
        X509CRL list = root.list(
                NOW, NOW.plus(DAY), builder -> builder.addExtension(Extension.issuingDistributionPoint, true, point));
        if (scope == Scope.EVERYTHING || scope == Scope.USERS) {
            assertThat(read(list)).isNotNull();
        } else {
            refused(list, "list-incomplete");
        }
    }

    @Test
    void aListThatIsTooLongIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() ->
                        ForeignList.read(new byte[ForeignList.LARGEST + 1], root.certificate(), Providers.best(), NOW))
                .isInstanceOfSatisfying(
                        UnusableList.class, no -> assertThat(no.arguments()).containsExactly(10));
    }

    @Test
    void damageNeverEndsInAnythingButATypedRefusal() {
        byte[] good = Certificates.der(
                root.list(NOW, NOW.plus(DAY), root.mailboxOf("a@b.example").certificate()));
        for (int i = 0; i < good.length; i++) {
            byte[] damaged = good.clone();
            damaged[i] ^= (byte) (1 << (i % 8));
            assertThatThrownBy(() -> ForeignList.read(damaged, root.certificate(), Providers.best(), NOW))
                    .as("byte %d", i)
                    .isInstanceOf(BadInput.class);
        }
    }

    @Test
    void itsListRevokesAForeignSigner() {
        X509Certificate ann = root.mailboxOf("ann@partner.example").certificate();
        X509Certificate bob = root.mailboxOf("bob@partner.example").certificate();
        PathCheck check = PathCheck.within(
                Providers.best(),
                List.of(TrustAnchor.foreign(root.certificate(), MailDomains.parse("partner.example"))),
                List.of(root.list(NOW, NOW.plus(DAY), ann)));
        assertThat(revocation(check, ann)).isEqualTo("revoked");
        assertThat(revocation(check, bob)).isEqualTo("not-revoked");
    }

    private static String revocation(PathCheck check, X509Certificate certificate) {
        return check.check(new PathCheck.Question(certificate, List.of(), CertificateProfile.SIGNING, NOW, NOW, NOW))
                .revocation()
                .code();
    }
}
