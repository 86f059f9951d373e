package org.sealpost.est;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Providers;
import org.sealpost.crypto.SecretBytes;
import org.sealpost.pki.CertificateAuthority;
import org.sealpost.pki.CertificateOrder;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.KeyPairs;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/** What EST clients are sent. */
class AnswersTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Providers PROVIDERS = Providers.best();

    private final OwnedKey key = CertificateAuthority.createRoot(
            PROVIDERS,
            new KeyPairs(PROVIDERS, RANDOM),
            new CertificateAuthority.RootOrder(
                    "Corp",
                    KeyType.EC_P256,
                    CertificateOrder.newSerial(RANDOM),
                    Instant.parse("2026-11-24T08:00:00Z")));

    @AfterEach
    void close() {
        key.close();
    }

    @Test
    void certificatesComeInAMessageThatSignsNothing() throws Exception {
        byte[] text = CertsOnly.base64(List.of(key.certificate()));
        CMSSignedData message = new CMSSignedData(Base64.getMimeDecoder().decode(text));
        assertThat(message.getSignerInfos().getSigners()).isEmpty();
        assertThat(message.getCertificates().getMatches(null))
                .singleElement()
                .satisfies(one -> assertThat(one.getEncoded()).isEqualTo(Certificates.der(key.certificate())));
        assertThat(new String(text, StandardCharsets.US_ASCII).lines()).allMatch(line -> line.length() <= 76);
    }

    @Test
    void theKeyComesFirstThenItsCertificate() {
        KeyParts parts = KeyParts.of(key, RANDOM);
        String boundary = parts.mediaType().substring("multipart/mixed; boundary=".length());
        String[] all = new String(parts.expose(), StandardCharsets.US_ASCII).split("--" + boundary);
        assertThat(all).hasSize(4);
        assertThat(all[1]).startsWith("\r\nContent-Type: application/pkcs8\r\n");
        assertThat(all[2]).startsWith("\r\nContent-Type: " + CertsOnly.MEDIA_TYPE + "\r\n");
        assertThat(all[3]).isEqualTo("--\r\n");
        try (SecretBytes encoded = SecretBytes.taking(Base64.getMimeDecoder().decode(content(all[1])))) {
            assertThat(OwnedKey.belongTogether(
                            PROVIDERS,
                            PROVIDERS.privateKey(encoded),
                            key.certificate().getPublicKey()))
                    .isTrue();
        }
        byte[] body = parts.expose();
        parts.close();
        assertThat(body).containsOnly(0);
    }

    private static String content(String part) {
        return part.substring(part.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void aRequestIsToldWhatItShouldHave() {
        ASN1Sequence wanted = ASN1Sequence.getInstance(Base64.getMimeDecoder().decode(WantedAttributes.base64()));
        assertThat(wanted.getObjectAt(0)).isEqualTo(PKCSObjectIdentifiers.pkcs_9_at_challengePassword);
        assertThat(wanted.size()).isEqualTo(4);
    }
}
