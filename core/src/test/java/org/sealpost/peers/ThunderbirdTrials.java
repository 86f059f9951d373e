package org.sealpost.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.mime.Address;
import org.sealpost.mime.MessageComposer;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.OutgoingMessage;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.peers.Cast.Person;
import org.sealpost.peers.Thunderbird.Shown;
import org.sealpost.smime.HeaderProtection;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.SignatureForm;

/** The rows of the tables about Thunderbird. */
final class ThunderbirdTrials {

    private static final String TEXT = "Die Pläne für das neue Gebäude.";
    private static final String GOOD = "0";
    private static final Person EC = Cast.ALICE_SIGNS_EC;
    private static final byte[] LETTER = letter(List.of());

    private ThunderbirdTrials() {}

    /** One row. Whatever Thunderbird does not take ends in {@link PeerRefuses}. */
    @FunctionalInterface
    interface Trial {
        void with(Thunderbird thunderbird) throws IOException;
    }

    static Map<String, Trial> keys() {
        Map<String, Trial> rows = new LinkedHashMap<>();
        rows.put("Security file (`.epf`), as it is", it -> assertThat(it.importKeys(Cast.securityFile()))
                .contains(EC.address(), Cast.BOB_READS_RSA.address()));
        rows.put("Encryption pair in the older form", it -> assertThat(
                        it.importKeys(Cast.olderExport(Cast.BEN_READS_RSA)))
                .contains(Cast.BEN_READS_RSA.address()));
        return rows;
    }

    static Map<String, Trial> shown() {
        Map<String, Trial> rows = new LinkedHashMap<>();
        for (EncryptionFormat format : Edition.MODERN.writes()) {
            for (boolean oaep : new boolean[] {false, true}) {
                rows.put(
                        format.displayName() + ", RSA " + (oaep ? "OAEP" : "PKCS #1 v1.5"),
                        it -> decrypts(it, SealedByUs.encrypted(LETTER, format, oaep, Cast.BOB_READS_RSA)));
            }
            rows.put(
                    format.displayName() + ", ECDH P-256",
                    it -> decrypts(it, SealedByUs.encrypted(LETTER, format, false, Cast.CAROL_READS_P256)));
            rows.put(
                    format.displayName() + ", ECDH P-384",
                    it -> decrypts(it, SealedByUs.encrypted(LETTER, format, false, Cast.DAVE_READS_P384)));
        }
        rows.put(
                "RSA and EC recipients in one copy",
                it -> decrypts(
                        it,
                        SealedByUs.encrypted(
                                LETTER,
                                EncryptionFormat.AES_256_CBC,
                                false,
                                Cast.BOB_READS_RSA,
                                Cast.CAROL_READS_P256)));
        addSignatures(rows);
        return rows;
    }

    private static void addSignatures(Map<String, Trial> rows) {
        for (SignatureForm form : SignatureForm.values()) {
            String shape = form == SignatureForm.CLEAR ? "clear" : "opaque";
            rows.put("ECDSA P-256 signature, " + shape, it -> verifies(it, SealedByUs.signed(LETTER, EC, form)));
            rows.put(
                    "RSA signature, " + shape,
                    it -> verifies(it, SealedByUs.signed(letterOf(Cast.AMY_SIGNS_RSA), Cast.AMY_SIGNS_RSA, form)));
        }
        rows.put("Signed, then encrypted", it -> decryptsAndVerifies(it, LETTER));
        rows.put("With attachments", ThunderbirdTrials::attachments);
        rows.put("Subject hidden outside", ThunderbirdTrials::hiddenSubject);
    }

    static Map<String, Trial> sent() {
        Map<String, Trial> rows = new LinkedHashMap<>();
        rows.put("ECDSA P-256 signature", it -> opens(it.send(EC, Cast.BOB_READS_RSA, true, false), true, false));
        rows.put(
                "RSA signature",
                it -> opens(it.send(Cast.AMY_SIGNS_RSA, Cast.BOB_READS_RSA, true, false), true, false));
        rows.put(
                "AES-256-CBC, RSA PKCS #1 v1.5",
                it -> opens(it.send(EC, Cast.BOB_READS_RSA, false, true), false, true));
        rows.put("ECDH P-256", it -> opens(it.send(EC, Cast.CAROL_READS_P256, false, true), false, true));
        rows.put("ECDH P-384", it -> opens(it.send(EC, Cast.DAVE_READS_P384, false, true), false, true));
        rows.put("Signed, then encrypted", it -> opens(it.send(EC, Cast.BOB_READS_RSA, true, true), true, true));
        return rows;
    }

    private static void decrypts(Thunderbird thunderbird, byte[] sealed) throws IOException {
        Shown shown = thunderbird.show(sealed, false);
        refuseUnless(shown, shown.encryption().equals(GOOD));
        assertThat(shown.text()).isEqualTo(TEXT);
    }

    private static void verifies(Thunderbird thunderbird, byte[] signed) throws IOException {
        Shown shown = thunderbird.show(signed, true);
        refuseUnless(shown, shown.signature().equals(GOOD));
        assertThat(shown.text()).isEqualTo(TEXT);
    }

    private static Shown decryptsAndVerifies(Thunderbird thunderbird, byte[] message) throws IOException {
        byte[] signed = SealedByUs.signed(message, EC, SignatureForm.CLEAR);
        byte[] sealed = SealedByUs.encrypted(signed, EncryptionFormat.AES_256_CBC, false, Cast.BOB_READS_RSA);
        Shown shown = thunderbird.show(sealed, true);
        refuseUnless(shown, shown.encryption().equals(GOOD) && shown.signature().equals(GOOD));
        assertThat(shown.text()).isEqualTo(TEXT);
        return shown;
    }

    private static void attachments(Thunderbird thunderbird) throws IOException {
        Shown shown = decryptsAndVerifies(
                thunderbird,
                letter(List.of(
                        new OutgoingAttachment("Plan 1.png", "image/png", MessageSource.of(new byte[10_000])),
                        new OutgoingAttachment("計画.bin", "application/octet-stream", MessageSource.of(LETTER)))));
        assertThat(shown.attachments()).contains("Plan 1.png", "計画.bin");
    }

    private static void hiddenSubject(Thunderbird thunderbird) throws IOException {
        byte[] sealed = SealedByUs.withHiddenSubject(LETTER, Cast.BOB_READS_RSA);
        assertThat(Wire.text(sealed)).contains(HeaderProtection.HIDDEN_SUBJECT);
        Shown shown = thunderbird.show(sealed, false);
        refuseUnless(shown, shown.encryption().equals(GOOD) && shown.subject().equals("Pläne"));
    }

    private static void refuseUnless(Shown shown, boolean good) {
        if (!good) {
            throw new PeerRefuses(shown.toString());
        }
    }

    private static void opens(byte[] message, boolean signed, boolean encrypted) throws IOException {
        try (OpenedMessage opened = SealedByThem.open(message)) {
            assertThat(Wire.text(SealedByThem.content(opened))).contains("The plans for the new building are ready.");
            assertThat(opened.sealState().encrypted()).isEqualTo(encrypted);
            assertThat(opened.signatures()).hasSize(signed ? 1 : 0);
            if (signed) {
                SealedByThem.assertHolds(opened);
            }
        }
    }

    private static byte[] letterOf(Person from) {
        return Wire.bytes(Wire.text(LETTER).replace(EC.address(), from.address()));
    }

    private static byte[] letter(List<OutgoingAttachment> attachments) {
        try {
            return new MessageComposer(Cast.CLOCK, Cast.RANDOM)
                    .compose(new OutgoingMessage(
                            Address.of(EC.address()),
                            List.of(Address.of(Cast.BOB_READS_RSA.address())),
                            List.of(),
                            "Pläne",
                            TEXT + "\n",
                            attachments,
                            new ThreadLinks(Optional.empty(), List.of())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A person's pair as the JDK keeps it. */
    static byte[] pkcs12(Person person) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(person.name(), person.key().privateKey(), Cast.PASSWORD.toCharArray(), new Certificate[] {
                person.key().certificate(), Cast.AUTHORITY.certificate()
            });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, Cast.PASSWORD.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
