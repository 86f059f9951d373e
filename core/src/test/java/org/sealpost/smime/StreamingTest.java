package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.MessageSource;

/** Contents too large to be held: nothing comes out before all of it was checked, and it can be read again. */
class StreamingTest {

    private static final byte[] LARGE = Der.join(Corp.LETTER, new byte[EncryptedPart.GATHERED]);

    @ParameterizedTest
    @EnumSource(names = {"AES_256_GCM", "AES_128_CBC"})
    void aLargeContentIsReadAsOftenAsNeeded(EncryptionFormat format) throws IOException {
        byte[] sealed = Corp.encrypt(LARGE, format, Corp.CAROL_EC);
        try (OpenedMessage opened = Corp.open(sealed, Corp.CAROL_EC)) {
            assertThat(opened.content().length()).isEqualTo(LARGE.length);
            for (int i = 0; i < 2; i++) {
                assertThat(Arrays.equals(Corp.content(opened), LARGE)).isTrue();
            }
            try (InputStream in = opened.content().open()) {
                assertThat(in.read()).isEqualTo('F');
                in.skipNBytes(LARGE.length - 2);
                assertThat(in.read()).isZero();
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"AES_256_GCM,1", "AES_256_GCM,40", "AES_256_GCM,16000000", "AES_256_CBC,1"})
    void aChangedLargeContentIsRefusedBeforeAnythingComesOut(EncryptionFormat format, int fromTheEnd)
            throws IOException {
        byte[] sealed = Corp.encrypt(LARGE, format, Corp.CAROL_EC);
        byte[] cms = CmsBytes.of(sealed);
        cms[cms.length - fromTheEnd] ^= 1;
        byte[] changed = CmsBytes.replaced(sealed, cms);
        assertThatThrownBy(() -> Corp.open(changed, Corp.CAROL_EC)).isInstanceOf(CannotDecrypt.class);
    }

    @Test
    void aLargeContentThatChangesAfterOpeningDoesNotEndAsIfItWereWhole() throws IOException {
        byte[] sealed = Corp.encrypt(LARGE, EncryptionFormat.AES_256_GCM, Corp.CAROL_EC);
        try (OpenedMessage opened = Corp.open(sealed, Corp.CAROL_EC)) {
            int somewhere = sealed.length / 2;
            sealed[somewhere] = sealed[somewhere] == 'A' ? (byte) 'B' : (byte) 'A';
            assertThatThrownBy(() -> Corp.content(opened)).isInstanceOf(CannotDecrypt.class);
        }
    }

    @Test
    void aClosedMessageNoLongerGivesItsLargeContent() throws IOException {
        byte[] sealed = Corp.encrypt(LARGE, EncryptionFormat.AES_256_GCM, Corp.CAROL_EC);
        OpenedMessage opened = Corp.open(sealed, Corp.CAROL_EC);
        opened.close();
        assertThatThrownBy(() -> Corp.content(opened)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aLargeSignedContentIsNotHeldEither(SignatureForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Corp.SEALER.signAndEncrypt(
                MessageSource.of(LARGE),
                Corp.signing(Corp.ALICE_SIGNS),
                form,
                Corp.envelope(EncryptionFormat.AES_256_CBC, Corp.BOB_RSA),
                out);
        try (OpenedMessage opened = Corp.OPENER.open(
                MessageSource.of(out.toByteArray()), List.of(Corp.decryption(Corp.BOB_RSA)), Corp.policy())) {
            assertThat(opened.signaturesHold()).isTrue();
            assertThat(Arrays.equals(Corp.content(opened), LARGE)).isTrue();
        }
    }
}
