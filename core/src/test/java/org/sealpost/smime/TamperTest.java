package org.sealpost.smime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.HeaderFields;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.SealpostException;

/** Bytes all over a sealed message are changed in turn: what was changed is refused or shown, never taken for good. */
class TamperTest {

    private enum Outcome {
        REFUSED,
        UNCHANGED,
        MARKED,
        ACCEPTED
    }

    static Set<EncryptionFormat> modern() {
        return EnumSet.range(EncryptionFormat.AES_256_GCM, EncryptionFormat.AES_128_CBC);
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfASignedAndEncryptedMessageIsNeverAccepted(EncryptionFormat format) throws IOException {
        for (OwnedKey key : new OwnedKey[] {Corp.BOB_RSA, Corp.CAROL_EC}) {
            byte[] sealed = Corp.signAndEncrypt(Corp.LETTER, SignatureForm.OPAQUE, format, key);
            Set<Outcome> outcomes = changeBytes(sealed, key);
            assertThat(outcomes).contains(Outcome.REFUSED).doesNotContain(Outcome.ACCEPTED);
            if (format.authenticated()) {
                assertThat(outcomes).doesNotContain(Outcome.MARKED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modern")
    void aChangeOfAnEncryptedMessageIsRefusedOrMarked(EncryptionFormat format) throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, format, Corp.CAROL_EC);
        Set<Outcome> outcomes = changeBytes(sealed, Corp.CAROL_EC);
        assertThat(outcomes).contains(Outcome.REFUSED).doesNotContain(Outcome.ACCEPTED);
        assertThat(outcomes.contains(Outcome.MARKED)).isNotEqualTo(format.authenticated());
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfASignedMessageIsNeverAccepted(SignatureForm form) throws IOException {
        byte[] signed = Corp.sign(Corp.LETTER, Corp.ALICE_SIGNS, form);
        int body = HeaderFields.read(new ByteArrayInputStream(signed)).bodyStart();
        Set<Outcome> outcomes = new HashSet<>();
        if (form == SignatureForm.OPAQUE) {
            outcomes.addAll(changeBytes(signed));
        } else {
            for (int i = body; i < signed.length; i++) {
                outcomes.add(outcome(changed(signed, i)));
            }
        }
        assertThat(outcomes).contains(Outcome.MARKED).doesNotContain(Outcome.ACCEPTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"AES_256_GCM", "AES_128_GCM"})
    void authenticatedContentIsRefusedWhereverItIsChanged(EncryptionFormat format) throws IOException {
        byte[] sealed = Corp.encrypt(Corp.LETTER, format, Corp.BOB_RSA);
        byte[] cms = CmsBytes.of(sealed);
        int contentAndTag = Corp.LETTER.length / 2;
        for (int i = cms.length - contentAndTag; i < cms.length; i++) {
            assertThat(outcome(CmsBytes.replaced(sealed, changed(cms, i)), Corp.BOB_RSA))
                    .as("byte %d of %d", i, cms.length)
                    .isEqualTo(Outcome.REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedMessageIsRefused(EncryptionFormat format) throws IOException {
        byte[] sealed = Corp.signAndEncrypt(Corp.LETTER, SignatureForm.CLEAR, format, Corp.BOB_RSA);
        byte[] cms = CmsBytes.of(sealed);
        for (int length = 0; length < cms.length; length += 1 + length / 50) {
            assertThat(outcome(CmsBytes.replaced(sealed, Arrays.copyOf(cms, length)), Corp.BOB_RSA))
                    .isEqualTo(Outcome.REFUSED);
        }
    }

    /** Every third byte: each field of the structure is longer, and every region is met. */
    private static Set<Outcome> changeBytes(byte[] sealed, OwnedKey... keys) throws IOException {
        byte[] cms = CmsBytes.of(sealed);
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (int i = cms.length % 3; i < cms.length; i += 3) {
            outcomes.add(outcome(CmsBytes.replaced(sealed, changed(cms, i)), keys));
        }
        return outcomes;
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x11;
        return changed;
    }

    private static Outcome outcome(byte[] message, OwnedKey... keys) throws IOException {
        try (OpenedMessage opened = Corp.open(message, keys)) {
            boolean same = new String(Corp.content(opened), StandardCharsets.ISO_8859_1)
                    .endsWith("The plans for the new building are ready.\r\n");
            boolean signed = !opened.signatures().isEmpty()
                    && opened.signatures().stream().allMatch(SignatureStatus::intact);
            if (same && (signed || opened.sealState().encrypted())) {
                return Outcome.UNCHANGED;
            }
            boolean good = signed
                    || (opened.sealState().encrypted() && !opened.sealState().textOnly());
            return good ? Outcome.ACCEPTED : Outcome.MARKED;
        } catch (SealpostException e) {
            return Outcome.REFUSED;
        }
    }
}
