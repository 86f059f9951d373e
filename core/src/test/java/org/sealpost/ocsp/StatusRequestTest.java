package org.sealpost.ocsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.pki.SampleAuthority;

class StatusRequestTest {
    private static final SampleAuthority SAMPLE = SampleAuthority.create();
    private static final BigInteger SERIAL = new BigInteger("123456789abcdef", 16);

    @Test
    void aPlainRequestNamesOneCertificateAndHasNoNonce() {
        StatusRequest request = StatusRequest.parse(Questions.plain(SAMPLE.certificate(), SERIAL));
        assertThat(request.nonce()).isEmpty();
        assertThat(request.certificates()).singleElement().satisfies(one -> {
            assertThat(one.serial()).contains(SERIAL);
            assertThat(one.issuedBy(SAMPLE.certificate())).isTrue();
        });
    }

    @Test
    void bothHashesThatClientsUseNameTheAuthorityAndAnotherAuthorityIsForeign() {
        SampleAuthority other = SampleAuthority.create();
        for (ASN1ObjectIdentifier hash : List.of(OIWObjectIdentifiers.idSHA1, NISTObjectIdentifiers.id_sha256)) {
            CertificateId id = id(Questions.by(hash, SAMPLE.certificate(), SERIAL));
            assertThat(id.issuedBy(SAMPLE.certificate())).isTrue();
            assertThat(id.issuedBy(other.certificate())).isFalse();
        }
    }

    @Test
    void aHashThatIsNotKnownNamesNobody() {
        byte[] question = Questions.by(NISTObjectIdentifiers.id_sha512, SAMPLE.certificate(), SERIAL);
        assertThat(id(question).issuedBy(SAMPLE.certificate())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 33, 128})
    void nonceOfEveryLengthThatIsAllowedIsTaken(int length) {
        byte[] nonce = new byte[length];
        Arrays.fill(nonce, (byte) 7);
        assertThat(StatusRequest.parse(Questions.withNonce(SAMPLE.certificate(), SERIAL, nonce))
                        .nonce())
                .hasValueSatisfying(taken -> assertThat(taken).isEqualTo(nonce));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129, 1000})
    void nonceOfAnyOtherLengthIsRefused(int length) {
        refused(Questions.withNonce(SAMPLE.certificate(), SERIAL, new byte[length]));
    }

    @Test
    void aRequestForSeveralCertificatesIsTakenUpToItsBound() {
        assertThat(StatusRequest.parse(Questions.many(SAMPLE.certificate(), StatusRequest.MOST))
                        .certificates())
                .hasSize(StatusRequest.MOST);
        refused(Questions.many(SAMPLE.certificate(), StatusRequest.MOST + 1));
        refused(Questions.many(SAMPLE.certificate(), 0));
    }

    @Test
    void aCriticalExtensionThatNobodyKnowsIsRefusedAndAHarmlessOnePassedOver() throws IOException {
        ASN1ObjectIdentifier own = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
        Extension critical = Extension.create(own, true, DERNull.INSTANCE);
        refused(Questions.withExtension(SAMPLE.certificate(), SERIAL, critical));
        Extension harmless = Extension.create(own, false, DERNull.INSTANCE);
        assertThat(StatusRequest.parse(Questions.withExtension(SAMPLE.certificate(), SERIAL, harmless))
                        .nonce())
                .isEmpty();
    }

    @Test
    void aNonceThatIsNoOctetStringIsRefused() throws IOException {
        byte[] value = new DEROctetString(new DERSequence().getEncoded()).getOctets();
        Extension broken = new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, value);
        refused(Questions.withExtension(SAMPLE.certificate(), SERIAL, broken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "3000", "30030a0101", "ffffffff", "30800000"})
    void whatIsNoRequestIsRefused(String hex) {
        refused(HexFormat.of().parseHex(hex));
    }

    @Test
    void moreThanTheBoundIsNotEvenParsed() {
        refused(new byte[StatusRequest.LARGEST + 1]);
    }

    @Test
    void numbersThatNoCertificateCanHaveAreNone() {
        BigInteger tooLong = BigInteger.ONE.shiftLeft(160);
        assertThat(id(BigInteger.ONE.negate()).serial()).isEmpty();
        assertThat(id(BigInteger.ZERO).serial()).isEmpty();
        assertThat(id(tooLong).serial()).isEmpty();
        assertThat(id(tooLong.subtract(BigInteger.ONE)).serial()).isPresent();
    }

    @Test
    void anIdentifierIsReadBackAndTheSameQuestionHasTheSameKey() {
        CertificateId id = id(SERIAL);
        assertThat(CertificateId.parse(id.encoded())).isEqualTo(id).hasSameHashCodeAs(id);
        assertThat(CertificateId.parse(id.encoded()).key()).isEqualTo(id.key()).hasSize(64);
        assertThat(id(BigInteger.TEN).key()).isNotEqualTo(id.key());
        assertThatThrownBy(() -> CertificateId.parse(new byte[] {0x30, 0})).isInstanceOf(BadEncoding.class);
    }

    /** Every damaged request is a request still or refused in the one typed way. */
    @Test
    void damageEndsInOneTypedRefusal() {
        byte[] whole = Questions.withNonce(SAMPLE.certificate(), SERIAL, new byte[32]);
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int times = random.nextInt(4); times >= 0; times--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            look(damaged, seed);
        }
    }

    private static void look(byte[] damaged, long seed) {
        try {
            StatusRequest.parse(damaged).certificates().forEach(one -> {
                assertThat(one.issuedBy(SAMPLE.certificate())).isIn(true, false);
                assertThat(one.key()).as("seed %s", seed).hasSize(64);
                assertThat(one.serial()).isNotNull();
            });
        } catch (BadEncoding e) {
            assertThat(e.code()).isEqualTo("bad-encoding");
        }
    }

    private static CertificateId id(BigInteger serial) {
        return id(Questions.plain(SAMPLE.certificate(), serial));
    }

    private static CertificateId id(byte[] question) {
        return StatusRequest.parse(question).certificates().get(0);
    }

    private static void refused(byte[] request) {
        assertThatThrownBy(() -> StatusRequest.parse(request)).isInstanceOf(BadEncoding.class);
    }
}
