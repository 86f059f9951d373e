package org.sealpost.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.revocation.Bureau.LEFT;

import java.security.cert.X509CRL;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.OwnedKey;

class RevocationListsTest {
    private final Bureau bureau = new Bureau();

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void theFirstListIsEmptySignedByTheAuthorityAndLastsADay() throws Exception {
        bureau.publisher.renew();
        CurrentList list = bureau.current();
        X509CRL crl = Certificates.parseCrl(list.encoded());
        crl.verify(bureau.authority().getPublicKey());
        assertThat(crl.getRevokedCertificates()).isNull();
        assertThat(list.nextUpdate()).isEqualTo(list.thisUpdate().plus(Duration.ofHours(24)));
    }

    @Test
    void aListIsSignedAnewOnlyWhenAThirdOfItsTimeHasGoneBy() {
        bureau.publisher.renew();
        bureau.clock.pass(Duration.ofHours(7));
        bureau.publisher.renew();
        assertThat(bureau.current().number()).isEqualTo(1);
        bureau.clock.pass(Duration.ofHours(1));
        bureau.publisher.renew();
        assertThat(bureau.current().number()).isEqualTo(2);
    }

    @Test
    void aDeltaListHoldsWhatNoneOfTheListsStillReliedOnHas() throws Exception {
        bureau.publisher.renew();
        assertThat(bureau.delta().getRevokedCertificates())
                .as("there from the first list on, which names its address")
                .isNull();
        OwnedKey key = bureau.enable();
        bureau.revoke(LEFT);
        bureau.publisher.renew();
        assertThat(bureau.delta().isRevoked(key.certificate())).isTrue();
        bureau.clock.pass(Duration.ofHours(9));
        bureau.publisher.renew();
        assertThat(bureau.current().number()).isEqualTo(3);
        assertThat(bureau.delta().isRevoked(key.certificate())).isTrue();
        bureau.clock.pass(Duration.ofHours(9));
        bureau.publisher.renew();
        bureau.clock.pass(Duration.ofHours(9));
        bureau.publisher.renew();
        assertThat(bureau.current().number()).isEqualTo(5);
        assertThat(bureau.delta().getRevokedCertificates()).isNull();
    }

    @Test
    void aClockThatWasSetBackStillGetsAListThatIsValidByIt() {
        bureau.publisher.renew();
        bureau.clock.pass(Duration.ofDays(-2));
        bureau.publisher.renew();
        bureau.publisher.renew();
        assertThat(bureau.current().number()).isEqualTo(2);
        assertThat(bureau.current().thisUpdate()).isEqualTo(bureau.clock.instant());
    }
}
