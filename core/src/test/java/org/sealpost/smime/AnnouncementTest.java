package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMEAttributes;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.Address;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;
import org.sealpost.pki.RevocationList;
import org.sealpost.pki.RevocationReason;

/** What a signature tells about answering, and that only a signature that holds tells anything. */
class AnnouncementTest {

    private static final Address ALICE = Address.of("alice@corp.example");
    private static final OwnedKey ALICE_READS =
            Corp.issue(Corp.AUTHORITY, CertificateProfile.ENCRYPTION, KeyType.EC_P256, "alice");
    private static final OwnedKey ALICE_READ =
            Corp.issue(Corp.AUTHORITY, CertificateProfile.ENCRYPTION, KeyType.EC_P256, "alice");
    private static final Capabilities CBC_ONLY = new Capabilities(EnumSet.of(EncryptionFormat.AES_128_CBC), false);

    @ParameterizedTest
    @EnumSource
    void ourOwnSignaturesTellFormatsAndKey(SignatureForm form) throws IOException {
        try (OpenedMessage opened = Corp.open(signed(CBC_ONLY, form, ALICE_READS, ALICE_READ))) {
            assertThat(opened.announcement()).get().satisfies(told -> {
                assertThat(told.author()).isEqualTo(ALICE);
                assertThat(told.capabilities()).contains(CBC_ONLY);
                assertThat(told.encryption()).contains(ALICE_READS.certificate());
                assertThat(told.announcedAt()).isEqualTo(Corp.NOW);
            });
        }
    }

    @Test
    void theyAreReadUnderEncryptionToo() throws IOException {
        byte[] signed = signed(CBC_ONLY, SignatureForm.CLEAR, ALICE_READS);
        byte[] sealed = Corp.encrypt(signed, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA);
        try (OpenedMessage opened = Corp.open(sealed, Corp.BOB_RSA)) {
            assertThat(opened.announcement().orElseThrow().capabilities()).contains(CBC_ONLY);
        }
    }

    @Test
    void aPlainMessageTellsNothing() throws IOException {
        try (OpenedMessage opened = Corp.open(Corp.LETTER)) {
            assertThat(opened.announcement()).isEmpty();
        }
    }

    /** Each would let a stranger decide how Alice is written to. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ready=lost", "alice@corp.example=mallory@corp.example", "Alice <=Bob <bob@corp.example>, <"})
    void whatDoesNotHoldTellsNothing(String change) throws IOException {
        String message = new String(signed(CBC_ONLY, SignatureForm.CLEAR, ALICE_READS), StandardCharsets.ISO_8859_1);
        String[] pair = change.split("=", -1);
        try (OpenedMessage opened = Corp.open(Corp.ascii(message.replace(pair[0], pair[1])))) {
            assertThat(opened.signatures()).hasSize(1);
            assertThat(opened.announcement()).isEmpty();
        }
    }

    @Test
    void aSignerWhoWasRevokedTellsNothing() throws IOException {
        byte[] message = signed(CBC_ONLY, SignatureForm.CLEAR, ALICE_READS);
        try (OpenedMessage opened = Corp.open(message, revoking(Corp.ALICE_SIGNS))) {
            assertThat(opened.announcement()).isEmpty();
        }
    }

    /** The signature still holds; only the key is not to be encrypted to. */
    @Test
    void aRevokedKeyIsNotToldOf() throws IOException {
        byte[] message = signed(CBC_ONLY, SignatureForm.CLEAR, ALICE_READS);
        try (OpenedMessage opened = Corp.open(message, revoking(ALICE_READS))) {
            assertThat(opened.announcement().orElseThrow().encryption()).isEmpty();
        }
    }

    @Test
    void aForeignKeyIsNotToldOf() throws Exception {
        OwnedKey untrusted =
                Corp.issue(Corp.authority("Other"), CertificateProfile.ENCRYPTION, KeyType.EC_P256, "alice");
        OwnedKey expired = Corp.issue(
                Corp.AUTHORITY,
                CertificateProfile.ENCRYPTION,
                KeyType.EC_P256,
                "alice",
                Corp.NOW.minus(Duration.ofDays(800)));
        for (OwnedKey foreign : List.of(untrusted, expired, Corp.BOB_RSA, Corp.CAROL_EC)) {
            assertThat(told(List.of(preference(foreign)), foreign).encryption())
                    .as(foreign.certificate().getSubjectX500Principal().getName())
                    .isEmpty();
        }
    }

    /** Named by number, by key identifier, and not at all. */
    @Test
    void everyWayToNameTheKeyIsRead() throws Exception {
        byte[] keyId = new X509CertificateHolder(ALICE_READS.certificate().getEncoded())
                .getExtension(Extension.subjectKeyIdentifier)
                .getParsedValue()
                .toASN1Primitive()
                .getEncoded();
        DEROctetString identifier = (DEROctetString) ASN1Primitive.fromByteArray(keyId);
        List<List<Attribute>> ways = List.of(
                List.of(preference(ALICE_READS)),
                List.of(attribute(
                        SMIMEAttributes.encrypKeyPref, new DERTaggedObject(false, 1, new DERSequence(identifier)))),
                List.of(attribute(SMIMEAttributes.encrypKeyPref, new DERTaggedObject(false, 2, identifier))));
        for (List<Attribute> way : ways) {
            assertThat(told(way, ALICE_READ, ALICE_READS).encryption()).contains(ALICE_READS.certificate());
        }
        assertThat(told(List.of(), ALICE_READS, ALICE_READ).encryption()).isPresent();
    }

    /** A signer who prefers a key that did not come along does not mean any other one. */
    @Test
    void anotherKeyThanThePreferredIsNotTaken() throws Exception {
        assertThat(told(List.of(preference(ALICE_READS)), ALICE_READ).encryption())
                .isEmpty();
        List<Attribute> broken = List.of(attribute(SMIMEAttributes.encrypKeyPref, DERNull.INSTANCE));
        assertThat(told(broken, ALICE_READ).encryption()).isEmpty();
    }

    /** Two lists cannot both be meant, and a broken one says nothing: then the certificate's own counts. */
    @Test
    void withoutAReadableListTheCertificateTells() throws Exception {
        Attribute one = attribute(SMIMEAttributes.smimeCapabilities, ASN1Primitive.fromByteArray(CBC_ONLY.toDer()));
        List<List<Attribute>> unclear = List.of(
                List.of(), List.of(one, one), List.of(attribute(SMIMEAttributes.smimeCapabilities, DERNull.INSTANCE)));
        for (List<Attribute> attributes : unclear) {
            assertThat(told(attributes, ALICE_READS).capabilities()).contains(Capabilities.OWN);
        }
        assertThat(told(List.of(one), ALICE_READS).capabilities()).contains(CBC_ONLY);
    }

    /** A program that says it reads only Triple DES is believed: there is no format for it. */
    @Test
    void aListWithoutAnyOfOursIsEmptyAndNotUnknown() throws Exception {
        DERSequence tripleDes = new DERSequence(new DERSequence(PKCSObjectIdentifiers.des_EDE3_CBC));
        Optional<Capabilities> told = told(
                        List.of(attribute(SMIMEAttributes.smimeCapabilities, tripleDes)), ALICE_READS)
                .capabilities();
        assertThat(told.orElseThrow().formats()).isEmpty();
    }

    /** An old message sent again must not bring back a format or key that was given up. */
    @Test
    void onlyWhatWasSignedLaterReplacesWhatIsKnown() {
        Announcement known = told(ALICE, Corp.NOW);
        assertThat(told(ALICE, Corp.NOW.plusSeconds(1)).replaces(known)).isTrue();
        assertThat(told(ALICE, Corp.NOW).replaces(known)).isFalse();
        assertThat(told(ALICE, Corp.NOW.minusSeconds(1)).replaces(known)).isFalse();
        assertThat(told(Address.of("mallory@corp.example"), Corp.NOW.plusSeconds(1))
                        .replaces(known))
                .isFalse();
    }

    private static Announcement told(Address author, Instant at) {
        return new Announcement(author, Optional.of(CBC_ONLY), Optional.empty(), at);
    }

    private static Announcement told(List<Attribute> further, OwnedKey... others) throws Exception {
        X509Certificate[] certificates =
                Arrays.stream(others).map(OwnedKey::certificate).toArray(X509Certificate[]::new);
        byte[] cms = ForeignSignatures.announcing(Corp.ALICE_SIGNS, Corp.LETTER, further, certificates);
        byte[] message = Der.join(
                Corp.ascii("From: alice@corp.example\r\n"),
                Corp.ascii(new String(CmsBytes.message(cms), StandardCharsets.US_ASCII)
                        .replace("From: mallory@example.org\r\n", "")
                        .replace("name=smime", "smime-type=signed-data; name=smime")));
        try (OpenedMessage opened = Corp.open(message)) {
            assertThat(opened.signaturesHold())
                    .as(opened.signatures().toString())
                    .isTrue();
            return opened.announcement().orElseThrow();
        }
    }

    private static byte[] signed(Capabilities capabilities, SignatureForm form, OwnedKey... readers)
            throws IOException {
        List<X509Certificate> others =
                Arrays.stream(readers).map(OwnedKey::certificate).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key = new SigningKey(Corp.ALICE_SIGNS, others, capabilities, Corp.PROVIDERS)) {
            Corp.SEALER.sign(MessageSource.of(Corp.LETTER), key, form, out);
        }
        return out.toByteArray();
    }

    private static OpeningPolicy revoking(OwnedKey key) {
        return Corp.policy(
                EnumSet.allOf(EncryptionFormat.class),
                Corp.crl(new RevocationList.Entry(
                        key.certificate().getSerialNumber(),
                        Corp.NOW.minus(Duration.ofDays(1)),
                        RevocationReason.KEY_COMPROMISE)));
    }

    private static Attribute preference(OwnedKey key) throws IOException {
        return attribute(
                SMIMEAttributes.encrypKeyPref, ASN1Primitive.fromByteArray(KeyPreference.encode(key.certificate())));
    }

    private static Attribute attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Attribute(type, new DERSet(value));
    }
}
