package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.smime.Corp.ALICE_SIGNS;
import static org.sealpost.smime.Corp.AUTHORITY;
import static org.sealpost.smime.Corp.CAROL_EC;
import static org.sealpost.smime.Corp.LETTER;
import static org.sealpost.smime.Corp.NOW;
import static org.sealpost.smime.Corp.PROVIDERS;
import static org.sealpost.smime.Corp.issue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

/** What a signed message says about how to answer it. */
class CorrespondentKeyTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final OwnedKey ALICE = issue(AUTHORITY, CertificateProfile.ENCRYPTION, KeyType.EC_P256, "alice");

    private static Optional<CorrespondentKey> announced(Capabilities reads, X509Certificate... others)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = new SigningKey(ALICE_SIGNS, List.of(others), reads, PROVIDERS)) {
            Corp.SEALER.sign(MessageSource.of(LETTER), key, SignatureForm.CLEAR, out);
        }
        try (OpenedMessage opened = Corp.OPENER.open(MessageSource.of(out.toByteArray()), List.of(), Corp.policy())) {
            return opened.offer();
        }
    }

    @Test
    void theAuthorsEncryptionCertificateIsFoundAmongTheOthers() throws IOException {
        CorrespondentKey found = announced(
                        Capabilities.OWN, AUTHORITY.certificate(), ALICE.certificate(), CAROL_EC.certificate())
                .orElseThrow();
        assertThat(found.certificate()).isEqualTo(ALICE.certificate());
        assertThat(found.reads().formats()).containsAll(EnumSet.of(EncryptionFormat.AES_256_GCM));
        assertThat(found.reads().oaep()).isTrue();
    }

    @Test
    void withoutOneNothingIsAnnounced() throws IOException {
        assertThat(announced(Capabilities.OWN)).isEmpty();
        assertThat(announced(Capabilities.OWN, CAROL_EC.certificate(), AUTHORITY.certificate()))
                .isEmpty();
    }

    @Test
    void theOneThatTheSignerNamesIsTakenAndNoOther() throws IOException {
        OwnedKey older = issued(90);
        assertThat(announced(Capabilities.OWN, older.certificate(), ALICE.certificate())
                        .orElseThrow()
                        .certificate())
                .isEqualTo(older.certificate());
        assertThat(announced(Capabilities.OWN, issued(700).certificate(), ALICE.certificate()))
                .isEmpty();
        assertThat(announced(Capabilities.OWN, issued(-1).certificate())).isEmpty();
    }

    private static OwnedKey issued(int daysAgo) {
        return issue(
                AUTHORITY,
                CertificateProfile.ENCRYPTION,
                KeyType.EC_P256,
                "alice",
                NOW.minus(DAY.multipliedBy(daysAgo)));
    }

    @ParameterizedTest(name = "announces {0} -> is written {1}")
    @CsvSource({
        "AES_256_GCM AES_256_CBC OAEP, AES_256_GCM AES_256_CBC OAEP",
        "AES_256_CBC AES_128_CBC, AES_256_CBC AES_128_CBC",
        "AES_128_CBC CAST_64 DES, AES_128_CBC",
        // nothing that we write to people outside: rather no message than a weak one
        "DES CAST_40, ''",
    })
    void historicalFormatsAreNotWrittenToPeopleOutside(String announced, String written) throws IOException {
        assertThat(announced(Capabilities.parse(announced), ALICE.certificate())
                        .orElseThrow()
                        .reads())
                .isEqualTo(Capabilities.parse(written));
    }

    @Test
    void whoeverIsNotTheAuthorOffersNothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OwnedKey eve = issue(AUTHORITY, CertificateProfile.SIGNING, KeyType.EC_P256, "eve");
        try (SigningKey key = new SigningKey(eve, List.of(ALICE.certificate()), Capabilities.OWN, PROVIDERS)) {
            Corp.SEALER.sign(MessageSource.of(LETTER), key, SignatureForm.CLEAR, out);
        }
        assertThat(offer(out.toByteArray())).isEmpty();
        assertThat(offer(LETTER)).isEmpty();
    }

    @Test
    void aChangedMessageOffersNothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = new SigningKey(ALICE_SIGNS, List.of(ALICE.certificate()), Capabilities.OWN, PROVIDERS)) {
            Corp.SEALER.sign(MessageSource.of(LETTER), key, SignatureForm.CLEAR, out);
        }
        assertThat(offer(out.toByteArray())).isPresent();
        String altered = out.toString(StandardCharsets.ISO_8859_1).replace("building", "burrow! ");
        assertThat(offer(altered.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    private static Optional<CorrespondentKey> offer(byte[] message) throws IOException {
        try (OpenedMessage opened = Corp.OPENER.open(MessageSource.of(message), List.of(), Corp.policy())) {
            return opened.offer();
        }
    }
}
