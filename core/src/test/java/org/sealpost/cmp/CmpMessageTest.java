package org.sealpost.cmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.GenMsgContent;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIHeaderBuilder;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.cmp.CmpMessage.Protection;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.crypto.Providers;
import org.sealpost.protocol.SealpostException;

class CmpMessageTest {
    private static final Providers PROVIDERS = Providers.best();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] NONCE = new byte[16];

    @ParameterizedTest
    @CsvSource({
        "ir, INITIALIZATION, MAC",
        "kur, KEY_UPDATE, SIGNATURE",
        "rr, REVOCATION, SIGNATURE",
        "genm, QUESTION, MAC"
    })
    void saysWhatItAsksForAndWhatProtectsIt(String name, CmpKind kind, Protection protection) {
        CmpMessage message = CmpMessage.parse(OpensslMessages.named(name));
        assertThat(message.kind()).isEqualTo(kind);
        assertThat(message.protection()).isEqualTo(protection);
        assertThat(message.transactionId()).matches("[0-9a-f]{32}");
        assertThat(message.madeAt()).isPresent();
        assertThat(message.asksForImplicitConfirmation()).isFalse();
        assertThat(message.signer().isPresent()).isEqualTo(protection == Protection.SIGNATURE);
    }

    @Test
    void theSharedSecretIsNamedAndHolds() {
        CmpMessage message = CmpMessage.parse(OpensslMessages.named("ir"));
        assertThat(message.reference()).contains(OpensslMessages.REFERENCE);
        assertThat(CmpMac.of(PROVIDERS, RANDOM, message, OpensslMessages.SECRET))
                .hasValueSatisfying(CmpMac::close);
        assertThat(CmpMac.of(PROVIDERS, RANDOM, message, OpensslMessages.SECRET.toLowerCase(Locale.ROOT)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kur", "rr"})
    void theSignatureHoldsForItsCertificateAlone(String name) {
        CmpMessage message = CmpMessage.parse(OpensslMessages.named(name));
        assertThat(message.signedBy(PROVIDERS, message.signer().orElseThrow())).isTrue();
        byte[] altered = OpensslMessages.named(name);
        altered[60] ^= 1; // in the sender's name
        CmpMessage forged = CmpMessage.parse(altered);
        assertThat(forged.signedBy(PROVIDERS, message.signer().orElseThrow())).isFalse();
    }

    @Test
    void aWishNamesItsKeyAndProvesIt() {
        List<CertificateAsk> asks =
                CmpMessage.parse(OpensslMessages.named("ir")).content().certificates(PROVIDERS);
        assertThat(asks).singleElement().satisfies(ask -> {
            assertThat(ask.id()).isZero();
            assertThat(ask.key()).isPresent();
            assertThat(ask.addresses()).isEmpty();
            assertThat(ask.replaces()).isEmpty();
        });
    }

    @Test
    void aFollowerNamesWhatItFollows() {
        CmpMessage message = CmpMessage.parse(OpensslMessages.named("kur"));
        assertThat(message.content().certificates(PROVIDERS)).singleElement().satisfies(ask -> assertThat(
                        ask.replaces())
                .contains(message.signer().orElseThrow().getSerialNumber()));
    }

    @Test
    void anEndNamesItsCertificateAndReason() {
        CmpMessage message = CmpMessage.parse(OpensslMessages.named("rr"));
        assertThat(message.content().revocations()).singleElement().satisfies(ask -> {
            assertThat(ask.serial()).isEqualTo(message.signer().orElseThrow().getSerialNumber());
            assertThat(ask.reason()).isEqualTo(1);
        });
    }

    @Test
    void aQuestionIsUnderstood() {
        assertThat(CmpMessage.parse(OpensslMessages.named("genm")).questions())
                .containsExactly(CmpQuestion.AUTHORITIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ir", "kur", "rr", "genm"})
    void damagedMessagesEndInTypedRefusals(String name) {
        byte[] sound = OpensslMessages.named(name);
        Random random = new Random(9810);
        for (int i = 0; i < 1_500; i++) {
            byte[] damaged = sound.clone();
            for (int bit = 0; bit <= i % 4; bit++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                lookAtEverything(CmpMessage.parse(damaged));
            } catch (SealpostException foreseen) {
                assertThat(foreseen.code()).isNotEmpty();
            }
        }
    }

    private static void lookAtEverything(CmpMessage message) {
        message.reference();
        message.madeAt();
        message.asksForImplicitConfirmation();
        if (message.protection() == Protection.MAC) {
            CmpMac.of(PROVIDERS, RANDOM, message, OpensslMessages.SECRET).ifPresent(CmpMac::close);
        } else if (message.protection() == Protection.SIGNATURE) {
            message.signer().ifPresent(signer -> message.signedBy(PROVIDERS, signer));
        }
        switch (message.kind()) {
            case INITIALIZATION, CERTIFICATION, KEY_UPDATE -> message.content().certificates(PROVIDERS);
            case REVOCATION -> message.content().revocations();
            case CONFIRMATION -> message.content().confirmations();
            case QUESTION -> {
                message.questions();
                message.content().knownListSignedAt();
            }
            default -> assertThat(message.transactionId()).isNotEmpty();
        }
    }

    @Test
    void aMessageIsBounded() {
        assertThatThrownBy(() -> CmpMessage.parse(new byte[CmpMessage.LARGEST + 1]))
                .isInstanceOf(BadEncoding.class);
        byte[] deep = new byte[100_000];
        for (int at = 0; at < deep.length - 1; at += 2) {
            deep[at] = 0x30;
            deep[at + 1] = (byte) 0x80;
        }
        assertThatThrownBy(() -> CmpMessage.parse(deep)).isInstanceOf(BadEncoding.class);
    }

    @Test
    void aHeaderNamesItsTransactionAndHasANonce() throws IOException {
        assertThatCode(() -> CmpMessage.parse(message(2, NONCE, NONCE, 1))).doesNotThrowAnyException();
        assertRefused(CmpFailure.BAD_REQUEST, message(2, new byte[15], NONCE, 1));
        assertRefused(CmpFailure.BAD_SENDER_NONCE, message(2, NONCE, new byte[8], 1));
        assertRefused(CmpFailure.BAD_REQUEST, message(2, new byte[129], NONCE, 1));
        assertRefused(CmpFailure.UNSUPPORTED_VERSION, message(1, NONCE, NONCE, 1));
        assertRefused(CmpFailure.UNSUPPORTED_VERSION, message(4, NONCE, NONCE, 1));
    }

    @Test
    void questionsAreFew() throws IOException {
        CmpMessage many = CmpMessage.parse(message(2, NONCE, NONCE, 9));
        assertThatThrownBy(many::questions)
                .isInstanceOfSatisfying(CmpRefused.class, refusal -> assertThat(refusal.failure())
                        .isEqualTo(CmpFailure.BAD_REQUEST));
    }

    private static void assertRefused(CmpFailure failure, byte[] message) {
        assertThatThrownBy(() -> CmpMessage.parse(message))
                .isInstanceOfSatisfying(CmpRefused.class, refusal -> assertThat(refusal.failure())
                        .isEqualTo(failure));
    }

    private static byte[] message(int version, byte[] transaction, byte[] nonce, int questions) throws IOException {
        GeneralName nobody = new GeneralName(new X500Name("CN=Nobody"));
        PKIHeaderBuilder header = new PKIHeaderBuilder(version, nobody, nobody);
        header.setTransactionID(transaction);
        header.setSenderNonce(nonce);
        InfoTypeAndValue[] asked = new InfoTypeAndValue[questions];
        Arrays.fill(asked, new InfoTypeAndValue(CMPObjectIdentifiers.id_it_caCerts));
        return new PKIMessage(header.build(), new PKIBody(PKIBody.TYPE_GEN_MSG, new GenMsgContent(asked))).getEncoded();
    }
}
