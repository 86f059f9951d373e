package org.sealpost.est;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.SealpostException;

class EstRequestTest {
    private static final Providers PROVIDERS = Providers.best();
    private static final String ADDRESS = "alice@corp.example";

    private final KeyPair pair = new KeyPairs(PROVIDERS, new SecureRandom()).generate(KeyType.EC_P256);

    @Test
    void isReadWithLineBreaksAndWithout() {
        byte[] der = SigningRequest.make(PROVIDERS, ADDRESS, pair);
        for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getMimeEncoder()}) {
            byte[] body = ("\n" + encoder.encodeToString(der) + "\n").getBytes(StandardCharsets.US_ASCII);
            EstRequest request = EstRequest.parse(PROVIDERS, body);
            assertThat(request.proven().address()).isEqualTo(ADDRESS);
            assertThat(request.challenge()).isEmpty();
        }
    }

    @Test
    void bringsATokenAndDoesNotPrintIt() throws Exception {
        EstRequest request = EstRequest.parse(PROVIDERS, Base64.getEncoder().encode(withChallenge("7K3QF-0M2ZP")));
        assertThat(request.challenge()).contains("7K3QF-0M2ZP");
        assertThat(request.toString()).doesNotContain("7K3QF").contains(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "MAA=", "-----BEGIN CERTIFICATE REQUEST-----"})
    void anythingElseIsRefused(String body) {
        assertThatThrownBy(() -> EstRequest.parse(PROVIDERS, body.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(BadEncoding.class);
    }

    @Test
    void isBounded() {
        assertThatThrownBy(() -> EstRequest.parse(PROVIDERS, new byte[EstRequest.LARGEST + 1]))
                .isInstanceOf(BadEncoding.class);
    }

    @Test
    void damagedRequestsEndInTypedRefusals() throws Exception {
        byte[] sound = withChallenge("7K3QF-0M2ZP");
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x21;
            try {
                EstRequest.parse(PROVIDERS, Base64.getEncoder().encode(damaged));
            } catch (SealpostException foreseen) {
                assertThat(foreseen.code()).isNotEmpty();
            }
        }
    }

    private byte[] withChallenge(String challenge) throws Exception {
        ExtensionsGenerator names = new ExtensionsGenerator();
        names.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, ADDRESS)));
        return new PKCS10CertificationRequestBuilder(
                        new X500Name("CN=alice"),
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, names.generate())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERUTF8String(challenge))
                .build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(PROVIDERS.ellipticCurves())
                        .build(pair.getPrivate()))
                .getEncoded();
    }
}
