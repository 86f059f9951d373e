package org.sealpost.epf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sealpost.epf.SampleSecurityFiles.EPF;
import static org.sealpost.epf.SampleSecurityFiles.FILE;
import static org.sealpost.epf.SampleSecurityFiles.PROVIDERS;
import static org.sealpost.epf.SampleSecurityFiles.RANDOM;
import static org.sealpost.epf.SampleSecurityFiles.STORE;
import static org.sealpost.epf.SampleSecurityFiles.password;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.crypto.Passphrase;
import org.sealpost.protocol.SealpostException;

/** Whatever is put in place of a security file ends in one of two typed refusals, soon and in little memory. */
class HostileSecurityFileTest {
    /** Few rounds, so that it can be opened thousands of times. */
    private static final byte[] QUICK = new SecurityFileStore(PROVIDERS, RANDOM, 1000).seal(FILE, password());

    private static void assertDamaged(byte[] epf, String what) {
        assertThatThrownBy(() -> STORE.open(epf, password()))
                .isInstanceOfSatisfying(DamagedSecurityFile.class, e -> assertThat(e.arguments())
                        .containsExactly(what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "PK\u0003\u0004", "<html>Not found</html>", "-----BEGIN CERTIFICATE-----"})
    void otherFilesAreRefused(String content) {
        assertDamaged(content.getBytes(StandardCharsets.UTF_8), "structure");
    }

    @Test
    void wrongPasswordsAreAlwaysCalledThat() {
        for (int i = 0; i < 2000; i++) {
            try (Passphrase wrong = Passphrase.copyOf("wrong " + i)) {
                assertThatThrownBy(() -> STORE.open(QUICK, wrong))
                        .isInstanceOf(WrongPassword.class)
                        .hasMessageNotContaining("wrong " + i);
            }
        }
    }

    @Test
    void alteredFileUnderTheRightPasswordIsCalledAltered() throws IOException {
        Pfx pfx = Pfx.getInstance(EPF);
        byte[] contents =
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
        contents[contents.length - 1] ^= 1;
        assertDamaged(pfx(contents, pfx.getMacData()), "altered");
    }

    private static byte[] pfx(byte[] contents, MacData mac) throws IOException {
        return new Pfx(new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(contents)), mac).getEncoded();
    }

    private static byte[] withMac(byte[] contents) throws IOException {
        return pfx(
                contents, new PasswordMac(PROVIDERS).make(password(), contents, PasswordCipher.newSalt(RANDOM), 1000));
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < EPF.length; length += 7) {
            assertDamaged(Arrays.copyOf(EPF, length), "structure");
        }
        assertDamaged(Arrays.copyOf(EPF, EPF.length + 1), "structure");
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void everyAlterationIsRefusedOrWithoutEffect() {
        Random random = new Random(42);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] altered = QUICK.clone();
            altered[random.nextInt(i % 2 == 0 ? altered.length : 200)] ^= (byte) (1 << random.nextInt(8));
            try (SecurityFile opened = STORE.open(altered, password())) {
                assertThat(opened.signing().certificate())
                        .isEqualTo(FILE.signing().certificate());
            } catch (WrongPassword | DamagedSecurityFile expected) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2900);
    }

    @Test
    void garbageThatBeginsLikeAFileIsRefused() {
        Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            byte[] garbage = new byte[random.nextInt(400)];
            random.nextBytes(garbage);
            System.arraycopy(EPF, 0, garbage, 0, Math.min(random.nextInt(60), garbage.length));
            assertThatThrownBy(() -> STORE.open(garbage, password())).isInstanceOf(SealpostException.class);
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void deepNestingIsRefusedAtOnce() {
        byte[] bomb = new byte[SecurityFileStore.LARGEST];
        for (int i = 0; i < bomb.length; i += 2) {
            bomb[i] = 0x30;
            bomb[i + 1] = (byte) 0x80;
        }
        assertDamaged(bomb, "structure");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void deepNestingUnderAGoodCheckIsRefusedToo() throws IOException {
        byte[] bomb = new byte[400_000];
        for (int i = 0; i < bomb.length; i += 2) {
            bomb[i] = 0x30;
            bomb[i + 1] = (byte) 0x80;
        }
        assertDamaged(withMac(bomb), "structure");
        ContentInfo inner = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(bomb));
        assertDamaged(withMac(new DERSequence(inner).getEncoded()), "structure");
    }

    @Test
    void tooLargeIsRefusedBeforeItIsParsed() {
        assertDamaged(new byte[SecurityFileStore.LARGEST + 1], "size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000001", "2147483647", "99999999999999999999999999", "0", "-1"})
    @Timeout(value = 2, unit = TimeUnit.SECONDS)
    void roundsOfTheCheckAreBounded(String rounds) throws IOException {
        Pfx pfx = Pfx.getInstance(EPF);
        ASN1Sequence mac = ASN1Sequence.getInstance(pfx.getMacData().toASN1Primitive());
        DERSequence altered = new DERSequence(
                new ASN1Encodable[] {mac.getObjectAt(0), mac.getObjectAt(1), new ASN1Integer(new BigInteger(rounds))});
        DERSequence hostile = new DERSequence(new ASN1Encodable[] {new ASN1Integer(3), pfx.getAuthSafe(), altered});
        assertThatThrownBy(() -> STORE.open(hostile.getEncoded(), password())).isInstanceOf(DamagedSecurityFile.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000_001, Integer.MAX_VALUE, 0, -1})
    @Timeout(value = 4, unit = TimeUnit.SECONDS)
    void roundsOfTheKeysAreBounded(int rounds) throws IOException {
        Pfx pfx = Pfx.getInstance(EPF);
        byte[] contents =
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
        // 02 03 09 27 C0: INTEGER 600 000, replaced by one of the same file with another count
        byte[] altered = replaced(contents, new byte[] {2, 3, 9, 0x27, (byte) 0xc0}, rounds);
        assertThatThrownBy(() -> STORE.open(withMac(altered), password())).isInstanceOf(DamagedSecurityFile.class);
    }

    /** Puts a count into the first algorithm of the first key, and the file together again around it. */
    private static byte[] replaced(byte[] contents, byte[] count, int rounds) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(contents);
        ContentInfo keys = ContentInfo.getInstance(parts.getObjectAt(0));
        byte[] bags = ASN1OctetString.getInstance(keys.getContent()).getOctets();
        assertThat(bags).containsSequence(count);
        ASN1Encodable altered = altered(ASN1Sequence.getInstance(bags), rounds);
        ContentInfo replacement =
                new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(((DERSequence) altered).getEncoded()));
        return new DERSequence(new ASN1Encodable[] {replacement, parts.getObjectAt(1)}).getEncoded();
    }

    private static ASN1Encodable altered(ASN1Encodable value, int rounds) {
        if (value instanceof ASN1Integer number && number.hasValue(SecurityFileStore.ROUNDS)) {
            return new ASN1Integer(rounds);
        }
        if (value instanceof ASN1TaggedObject tagged) {
            return new DERTaggedObject(true, tagged.getTagNo(), altered(tagged.getExplicitBaseObject(), rounds));
        }
        if (value instanceof ASN1Sequence sequence) {
            ASN1EncodableVector copy = new ASN1EncodableVector();
            sequence.forEach(one -> copy.add(altered(one, rounds)));
            return new DERSequence(copy);
        }
        return value;
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        Pfx pfx = Pfx.getInstance(EPF);
        ASN1Sequence parts = ASN1Sequence.getInstance(
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets());
        ASN1EncodableVector many = new ASN1EncodableVector();
        Collections.nCopies(52, parts.getObjectAt(1)).forEach(many::add);
        assertDamaged(withMac(new DERSequence(many).getEncoded()), "entries");
    }

    @Test
    void fileWithoutCheckOrWithoutKeysIsRefused() throws IOException {
        Pfx pfx = Pfx.getInstance(EPF);
        assertDamaged(
                new DERSequence(new ASN1Encodable[] {new ASN1Integer(3), pfx.getAuthSafe()}).getEncoded(), "content");
        assertDamaged(withMac(new DERSequence().getEncoded()), "keys");
        ASN1Sequence parts = ASN1Sequence.getInstance(
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets());
        assertDamaged(withMac(new DERSequence(parts.getObjectAt(1)).getEncoded()), "keys");
        assertDamaged(withMac(new DERSequence(parts.getObjectAt(0)).getEncoded()), "certificate");
    }

    @Test
    void anotherProgramsWeakEncryptionIsRefusedAndNotTried() throws IOException {
        ContentInfo enveloped = new ContentInfo(PKCSObjectIdentifiers.envelopedData, new DEROctetString(new byte[3]));
        assertDamaged(withMac(new DERSequence(enveloped).getEncoded()), "content");
    }

    @Test
    void refusalsDoNotRepeatTheFilesContent() {
        assertThatThrownBy(() -> STORE.open(Arrays.copyOf(EPF, 100), password()))
                .hasMessage("damaged-security-file [structure]");
    }
}
