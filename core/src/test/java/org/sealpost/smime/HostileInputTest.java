package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageRefused;
import org.sealpost.mime.MimeLimits;
import org.sealpost.protocol.SealpostException;

/** Whatever arrives, the answer is a message or a typed refusal, in bounded time. */
class HostileInputTest {

    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};
    private static final byte[] ENVELOPED_DATA = Der.encode(CMSObjectIdentifiers.envelopedData);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pkcs7-mime; smime-type=enveloped-data",
                "application/pkcs7-mime; smime-type=signed-data",
                "multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b",
                "application/octet-stream; name=x.p7m",
            })
    void garbageIsRefused(String type) {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(400)];
            random.nextBytes(garbage);
            byte[] message = Der.join(
                    Corp.ascii("Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"),
                    Base64.getMimeEncoder().encode(garbage));
            assertThatThrownBy(() -> Corp.open(message, Corp.BOB_RSA)).isInstanceOf(SealpostException.class);
        }
    }

    @Test
    void randomDamageIsRefusedOrOpenedButNeverAnythingElse() throws IOException {
        List<byte[]> messages = new ArrayList<>();
        for (EncryptionFormat format : EncryptionFormat.values()) {
            messages.add(Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, format, Corp.BOB_RSA, Corp.CAROL_EC));
        }
        messages.add(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE));
        Random random = new Random(2);
        for (int i = 0; i < 4000; i++) {
            byte[] message = messages.get(i % messages.size());
            byte[] damaged = CmsBytes.replaced(message, damage(CmsBytes.of(message), random));
            try (OpenedMessage opened = Corp.open(damaged, Corp.BOB_RSA)) {
                assertThat(opened.content().length()).isNotNegative();
            } catch (SealpostException e) {
                assertThat(e.code()).isNotEmpty();
            }
        }
    }

    /** Changes, cuts, doubles or overwrites a stretch. */
    private static byte[] damage(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(8) + 1, bytes.length - at);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> Der.join(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            case 2 -> {
                Arrays.fill(damaged, at, at + length, (byte) random.nextInt(256));
                yield damaged;
            }
            default -> {
                damaged[at] ^= (byte) (1 << random.nextInt(8));
                yield damaged;
            }
        };
    }

    @Test
    void deepStructuresAreRefused() {
        for (int depth : new int[] {65, 1_000, 100_000}) {
            byte[] deep = new byte[2 * depth];
            for (int i = 0; i < deep.length; i += 2) {
                deep[i] = 0x30;
                deep[i + 1] = (byte) 0x80;
            }
            byte[] box = Der.join(VERSION_0, Der.element(Der.SET, deep));
            assertThatThrownBy(() -> Corp.open(CmsBytes.message(enveloped(box)), Corp.BOB_RSA))
                    .isInstanceOfAny(SealTooLarge.class, MalformedSeal.class);
        }
    }

    @Test
    void moreRecipientsThanAllowedAreRefused() {
        byte[] box = Der.element(Der.SEQUENCE, VERSION_0);
        byte[][] boxes = new byte[EncryptedPart.MAXIMUM_RECIPIENTS + 1][];
        Arrays.fill(boxes, box);
        byte[] message = CmsBytes.message(enveloped(Der.join(VERSION_0, Der.element(Der.SET, boxes))));
        assertThatThrownBy(() -> Corp.open(message, Corp.BOB_RSA))
                .isInstanceOf(SealTooLarge.class)
                .hasMessageContaining("recipients");
    }

    @Test
    void aLengthThatIsOnlyAnnouncedTakesNoMemory() {
        byte[] announced =
                Der.join(Der.header(Der.SEQUENCE, 1L << 40), ENVELOPED_DATA, Der.header(Der.constructed(0), 1L << 39));
        assertThatThrownBy(() -> Corp.open(CmsBytes.message(announced), Corp.BOB_RSA))
                .isInstanceOf(MalformedSeal.class);
    }

    @Test
    void tooManySignersAreRefused() throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.OPAQUE);
        byte[] many = ForgedSignatures.withManySigners(CmsBytes.of(signed), SignedPart.MAXIMUM_SIGNERS + 1);
        assertThatThrownBy(() -> Corp.open(CmsBytes.replaced(signed, many)))
                .isInstanceOf(SealTooLarge.class)
                .hasMessageContaining("signers");
    }

    @Test
    void aHeaderWithoutEndIsRefused() {
        byte[] endless = Corp.ascii("X-Header: " + "x".repeat(MimeLimits.STANDARD.headerBytes()));
        assertThatThrownBy(() -> Corp.open(endless)).isInstanceOf(MessageRefused.class);
    }

    @Test
    void unknownTransferEncodingsAndContentsAreNamed() throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, EncryptionFormat.AES_256_GCM, Corp.BOB_RSA);
        String strange = new String(sealed, StandardCharsets.ISO_8859_1)
                .replace("Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: x-uuencode");
        assertThatThrownBy(() -> Corp.open(Corp.ascii(strange), Corp.BOB_RSA))
                .isInstanceOf(UnknownFormat.class)
                .hasMessageContaining("x-uuencode");
        byte[] compressed = Der.element(
                Der.SEQUENCE,
                Der.encode(CMSObjectIdentifiers.compressedData),
                Der.element(Der.constructed(0), Der.element(Der.SEQUENCE, VERSION_0)));
        assertThatThrownBy(() -> Corp.open(CmsBytes.message(compressed), Corp.BOB_RSA))
                .isInstanceOf(UnknownFormat.class)
                .hasMessageContaining(CMSObjectIdentifiers.compressedData.getId());
    }

    @Test
    void aSignatureWithoutAContentIsRefused() throws IOException {
        String clear =
                new String(Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, SignatureForm.CLEAR), StandardCharsets.ISO_8859_1);
        String signature = clear.substring(clear.indexOf("filename=smime.p7s") + 22, clear.lastIndexOf("\r\n--"));
        byte[] alone = CmsBytes.message(Base64.getMimeDecoder().decode(signature));
        assertThatThrownBy(() -> Corp.open(alone)).isInstanceOf(MalformedSeal.class);
    }

    @Test
    void manyBoundariesTakeLinearTime() {
        byte[] almost = Corp.ascii("--b\r\n" + "--".repeat(1_000_000) + "\r\n" + "\n--bo".repeat(1_000_000));
        byte[] message = Der.join(
                Corp.ascii("From: a@b.example\r\nContent-Type: multipart/signed; boundary=boo;"
                        + " protocol=\"application/pkcs7-signature\"\r\n\r\n"),
                almost);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(() -> Corp.open(message))
                .isInstanceOf(MalformedSeal.class));
    }

    private static byte[] enveloped(byte[] content) {
        return Der.element(
                Der.SEQUENCE, ENVELOPED_DATA, Der.element(Der.constructed(0), Der.element(Der.SEQUENCE, content)));
    }
}
