package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.cms.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1949-12-31T23:59:59Z",
                "1950-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2000-02-29T12:00:00Z",
                "2026-11-24T12:00:00Z",
                "2049-12-31T23:59:59Z",
                "2050-01-01T00:00:00Z"
            })
    void isWrittenAsCmsAsksAndReadBack(String text) throws Exception {
        Instant at = Instant.parse(text);
        byte[] encoded = SigningTime.encode(at);
        assertThat(encoded).isEqualTo(new Time(Date.from(at)).getEncoded());
        assertThat(SigningTime.decode(ASN1Primitive.fromByteArray(encoded))).isEqualTo(at);
    }

    @Test
    void readsTimesWithoutSecondsAndWithZones() {
        assertThat(SigningTime.decode(new DERUTCTime("2611241200Z"))).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(SigningTime.decode(new DERUTCTime("261124120000+0100")))
                .isEqualTo(Instant.parse("2026-11-24T11:00:00Z"));
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatThrownBy(() -> SigningTime.decode(new DERUTCTime("269924120000Z")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> SigningTime.decode(new DEROctetString(new byte[1])))
                .isInstanceOf(RuntimeException.class);
    }
}
