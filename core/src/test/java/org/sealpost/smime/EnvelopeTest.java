package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.OwnedKey;

class EnvelopeTest {

    @ParameterizedTest
    @EnumSource
    void mixesRsaAndEcRecipientsOnSeveralCurves(EncryptionFormat format) throws IOException {
        OwnedKey[] all = {Corp.BOB_RSA, Corp.CAROL_EC, Corp.DAVE_EC_384};
        byte[] sealed = Corp.signAndEncrypt(Corp.LETTER, SignatureForm.CLEAR, format, all);
        for (OwnedKey key : all) {
            try (OpenedMessage opened = Corp.open(sealed, key)) {
                assertThat(opened.signaturesHold()).isTrue();
                assertThat(Corp.content(opened)).isEqualTo(Corp.LETTER);
            }
        }
    }

    @Test
    void recipientsOnOneCurveShareALockBoxAndRsaRecipientsHaveEachTheirOwn() throws IOException {
        OwnedKey second = Corp.issue(Corp.AUTHORITY, CertificateProfile.ENCRYPTION, KeyType.EC_P256, "erin");
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_CBC, Corp.BOB_RSA, Corp.CAROL_EC, second);
        List<Object> boxes = boxes(sealed);
        assertThat(boxes).hasSize(2);
        assertThat(boxes).anyMatch(KeyTransRecipientInfo.class::isInstance);
        assertThat(boxes)
                .anyMatch(box -> box instanceof KeyAgreeRecipientInfo agreement
                        && agreement.getRecipientEncryptedKeys().size() == 2);
    }

    @Test
    void choosesOaepByTheRecipientsCapabilities() throws IOException {
        assertThat(keyEncryption(Corp.recipient(Corp.BOB_RSA))).isEqualTo("1.2.840.113549.1.1.7");
        assertThat(keyEncryption(new RecipientKey(Corp.BOB_RSA.certificate(), Corp.NO_OAEP, Corp.PROVIDERS)))
                .isEqualTo("1.2.840.113549.1.1.1");
    }

    @Test
    void keepsRecipientsDistinctAndTheSenderIncluded() {
        RecipientKey bob = Corp.recipient(Corp.BOB_RSA);
        RecipientKey bobAgain = Corp.recipient(Corp.BOB_RSA);
        RecipientKey carol = Corp.recipient(Corp.CAROL_EC);
        assertThat(new Envelope(EncryptionFormat.AES_256_GCM, List.of(bob, carol, bobAgain)).recipients())
                .containsExactly(bob, carol);
        assertThat(Envelope.includingSender(EncryptionFormat.AES_256_GCM, carol, List.of(bob, carol))
                        .recipients())
                .containsExactly(carol, bob);
        assertThatThrownBy(() -> new Envelope(EncryptionFormat.AES_256_GCM, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asManyRecipientsAsAreAllowedCanAllOpen() throws IOException {
        List<RecipientKey> many = new ArrayList<>();
        for (int i = 0; i < EncryptedPart.MAXIMUM_RECIPIENTS - 1; i++) {
            X509Certificate certificate = ForgedSignatures.sameKey(Corp.AUTHORITY, Corp.DAVE_EC_384.certificate());
            many.add(new RecipientKey(certificate, Corp.NO_OAEP, Corp.PROVIDERS));
        }
        many.add(Corp.recipient(Corp.CAROL_EC));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Corp.SEALER.encrypt(MessageSource.of(Corp.LETTER), new Envelope(EncryptionFormat.AES_256_GCM, many), out);
        try (OpenedMessage opened = Corp.open(out.toByteArray(), Corp.CAROL_EC)) {
            assertThat(Corp.content(opened)).isEqualTo(Corp.LETTER);
        }
        many.add(Corp.recipient(Corp.BOB_RSA));
        assertThatThrownBy(() -> new Envelope(EncryptionFormat.AES_256_GCM, many))
                .isInstanceOf(SealTooLarge.class);
    }

    @Test
    void refusesARecipientWhoseKeyCannotBeEncryptedTo() throws Exception {
        X509Certificate ed25519 = ForeignCertificates.ed25519();
        assertThatThrownBy(() -> new RecipientKey(ed25519, Corp.NO_OAEP, Corp.PROVIDERS))
                .isInstanceOf(BadEncoding.class);
    }

    private static String keyEncryption(RecipientKey recipient) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Corp.SEALER.encrypt(
                MessageSource.of(Corp.LETTER), new Envelope(EncryptionFormat.AES_256_CBC, List.of(recipient)), out);
        KeyTransRecipientInfo box =
                (KeyTransRecipientInfo) boxes(out.toByteArray()).get(0);
        return box.getKeyEncryptionAlgorithm().getAlgorithm().getId();
    }

    private static List<Object> boxes(byte[] sealed) throws IOException {
        EnvelopedData data = EnvelopedData.getInstance(
                ContentInfo.getInstance(CmsBytes.of(sealed)).getContent());
        List<Object> boxes = new ArrayList<>();
        data.getRecipientInfos()
                .forEach(it -> boxes.add(RecipientInfo.getInstance(it).getInfo()));
        return boxes;
    }
}
