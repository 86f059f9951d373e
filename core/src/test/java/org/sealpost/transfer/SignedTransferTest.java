package org.sealpost.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.pki.SampleAuthority.NOW;
import static org.sealpost.transfer.Sender.PROVIDERS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.Openssl;
import org.sealpost.pki.OwnedKey;
import org.sealpost.protocol.SealpostException;
import org.sealpost.transfer.TransferReceipt.Arrived;

class SignedTransferTest {
    private static final Sender HERE = new Sender();
    private static final Sender THERE = new Sender();
    private static final TransferFile FILE = HERE.file(THERE);
    private static final byte[] SIGNED = FILE.sign(HERE.signer, HERE.authority(), PROVIDERS);

    @Test
    void fileComesBackAsItWasSigned() {
        SignedTransfer read = SignedTransfer.read(SIGNED, TransferKind.KEYS, PROVIDERS, NOW);
        assertThat(read.authority()).isEqualTo(HERE.authority());
        assertThat(TransferFile.of(read)).usingRecursiveComparison().isEqualTo(FILE);
    }

    @Test
    void receiptComesBackAsItWasSigned() {
        TransferReceipt receipt = new TransferReceipt(
                FILE.number(), FILE.recipient(), NOW, List.of(new Arrived("id-alice", List.of("1a", "2b"))));
        byte[] signed = receipt.sign(THERE.signer, THERE.authority(), PROVIDERS);
        assertThat(TransferReceipt.of(SignedTransfer.read(signed, TransferKind.RECEIPT, PROVIDERS, NOW)))
                .isEqualTo(receipt);
    }

    @Test
    void aFileIsNoReceiptAndTheOtherWayRound() {
        assertThatThrownBy(() -> SignedTransfer.read(SIGNED, TransferKind.RECEIPT, PROVIDERS, NOW))
                .isInstanceOf(BadEncoding.class);
    }

    @Test
    void nobodyButTheKeyManagerSigns() {
        OwnedKey mailbox = HERE.sample.issue(CertificateProfile.SIGNING, "alice@corp.example");
        byte[] forged = FILE.sign(mailbox, HERE.authority(), PROVIDERS);
        assertThatThrownBy(() -> read(forged, NOW)).isInstanceOf(TransferForged.class);
    }

    @Test
    void theSignerIsOfThatAuthority() {
        byte[] foreign = FILE.sign(THERE.signer, HERE.authority(), PROVIDERS);
        assertThatThrownBy(() -> read(foreign, NOW)).isInstanceOf(TransferForged.class);
    }

    @Test
    void whatWasTooLongOnItsWayIsRefused() {
        assertThatThrownBy(() -> read(SIGNED, NOW.plus(Duration.ofDays(31)))).isInstanceOf(TransferExpired.class);
    }

    /** Whatever octet is altered: refused with a type, or it was one that changes nothing. */
    @Test
    void alteredFilesAreRefused() {
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] altered = SIGNED.clone();
            int at = random.nextInt(altered.length);
            altered[at] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(read(altered, NOW)).usingRecursiveComparison().isEqualTo(FILE);
            } catch (SealpostException refused) {
                assertThat(refused.code()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 1000})
    void cutFilesAreRefused(int length) {
        assertThatThrownBy(() -> read(Arrays.copyOf(SIGNED, length), NOW)).isInstanceOf(BadEncoding.class);
    }

    @Test
    void tooLargeOnesAreNotLookedAt() {
        assertThatThrownBy(() -> read(new byte[SignedTransfer.LARGEST + 1], NOW))
                .isInstanceOf(BadEncoding.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"827eda71", "827EDA71-6c48-4f27-8489-da2419656af2", "../../../../../../../etc/passwd/.....", " "
            })
    void numberIsAUuid(String number) {
        TransferFile file = new TransferFile(number, FILE.recipient(), "Corp", NOW, FILE.mailboxes());
        assertRefused(file);
    }

    @Test
    void boundsHold() {
        MovedMailbox one = FILE.mailboxes().get(0);
        MovedKey key = one.keys().get(0);
        assertRefused(with(List.of()));
        assertRefused(
                with(Collections.nCopies(TransferFile.MOST_MAILBOXES + 1, new MovedMailbox("i", "a", List.of()))));
        assertRefused(with(List.of(new MovedMailbox("i".repeat(65), "a@b.example", one.keys()))));
        assertRefused(with(List.of(new MovedMailbox("i", "a".repeat(321), one.keys()))));
        assertRefused(with(List.of(new MovedMailbox("i", "a", Collections.nCopies(MovedMailbox.MOST_KEYS + 1, key)))));
        assertRefused(with(List.of(new MovedMailbox(
                "i", "a", List.of(new MovedKey(key.certificate(), NOW, new byte[MovedKey.LARGEST_SEALED + 1]))))));
    }

    @Test
    void anotherFormIsRefused() throws Exception {
        ASN1Encodable other = Fields.sequence(Fields.number(2), Fields.text(FILE.number()));
        byte[] signed = SignedTransfer.sign(
                TransferKind.KEYS,
                other.toASN1Primitive().getEncoded(ASN1Encoding.DER),
                HERE.signer,
                HERE.authority(),
                PROVIDERS);
        assertThatThrownBy(() -> read(signed, NOW)).isInstanceOf(BadEncoding.class);
    }

    @Test
    void opensslChecksTheSignatureToo(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("file.der"), SIGNED);
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(HERE.authority()));
        Openssl.Outcome outcome = Openssl.run(
                folder,
                "cms",
                "-verify",
                "-inform",
                "DER",
                "-in",
                "file.der",
                "-CAfile",
                "ca.pem",
                "-purpose",
                "any",
                "-attime",
                Long.toString(NOW.getEpochSecond()),
                "-out",
                "content.der");
        assertThat(outcome.output()).contains("successful");
        assertThat(Files.readAllBytes(folder.resolve("content.der")))
                .isEqualTo(SignedTransfer.read(SIGNED, TransferKind.KEYS, PROVIDERS, NOW)
                        .content());
    }

    private static TransferFile with(List<MovedMailbox> mailboxes) {
        return new TransferFile(FILE.number(), FILE.recipient(), "Corp", NOW, mailboxes);
    }

    private static void assertRefused(TransferFile file) {
        byte[] signed = file.sign(HERE.signer, HERE.authority(), PROVIDERS);
        assertThatThrownBy(() -> read(signed, NOW)).isInstanceOf(BadEncoding.class);
    }

    private static TransferFile read(byte[] signed, Instant now) {
        return TransferFile.of(SignedTransfer.read(signed, TransferKind.KEYS, PROVIDERS, now));
    }
}
