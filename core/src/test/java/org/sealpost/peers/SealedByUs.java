package org.sealpost.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.Negotiation;
import org.sealpost.mime.Address;
import org.sealpost.mime.MessageComposer;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.OutgoingAttachment;
import org.sealpost.mime.OutgoingMessage;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.peers.Cast.Person;
import org.sealpost.smime.Envelope;
import org.sealpost.smime.HeaderProtection;
import org.sealpost.smime.MessageSealer;
import org.sealpost.smime.RecipientKey;
import org.sealpost.smime.SignatureForm;
import org.sealpost.smime.SigningKey;

/** What we seal and a peer opens. */
final class SealedByUs {

    private static final MessageSealer SEALER = new MessageSealer(Cast.PROVIDERS, Cast.RANDOM, Cast.CLOCK);
    private static final byte[] LETTER = Cast.letter(
            Cast.ALICE_SIGNS_EC,
            "Content-Type: text/plain; charset=utf-8\r\n\r\nThe plans for the new building are ready.\r\n");

    private SealedByUs() {}

    static Map<String, Trial> rows() {
        Map<String, Trial> rows = new LinkedHashMap<>();
        addFormats(rows);
        addRecipients(rows);
        addSignatures(rows);
        return rows;
    }

    private static void addFormats(Map<String, Trial> rows) {
        for (EncryptionFormat format : Edition.MODERN.writes()) {
            for (boolean oaep : new boolean[] {false, true}) {
                rows.put(
                        format.displayName() + ", RSA " + (oaep ? "OAEP" : "PKCS #1 v1.5"),
                        peer -> opens(peer, format, oaep, Cast.BOB_READS_RSA));
            }
            rows.put(format.displayName() + ", ECDH P-256", peer -> opens(peer, format, false, Cast.CAROL_READS_P256));
            rows.put(format.displayName() + ", ECDH P-384", peer -> opens(peer, format, false, Cast.DAVE_READS_P384));
        }
    }

    private static void addRecipients(Map<String, Trial> rows) {
        rows.put(
                "What negotiation chooses for a program about which nothing is known",
                peer -> opens(peer, standard(), Capabilities.STANDARD.oaep(), Cast.BOB_READS_RSA));
        rows.put(
                "Several RSA recipients",
                peer -> opens(peer, standard(), false, Cast.BOB_READS_RSA, Cast.BEN_READS_RSA));
        rows.put(
                "RSA and EC recipients in one copy",
                peer -> opens(peer, standard(), false, Cast.BOB_READS_RSA, Cast.CAROL_READS_P256));
        rows.put("RSA and EC recipients, a copy for each kind of key", SealedByUs::copyForEachKind);
    }

    private static void addSignatures(Map<String, Trial> rows) {
        for (SignatureForm form : SignatureForm.values()) {
            String shape = form == SignatureForm.CLEAR ? "clear" : "opaque";
            rows.put("ECDSA P-256 signature, " + shape, peer -> verifies(peer, Cast.ALICE_SIGNS_EC, form));
            rows.put("RSA signature, " + shape, peer -> verifies(peer, Cast.AMY_SIGNS_RSA, form));
        }
        rows.put("Signed, then encrypted", peer -> signedThenEncrypted(peer, LETTER));
        rows.put("With attachments", peer -> signedThenEncrypted(peer, withAttachments()));
        rows.put("Triple wrap", SealedByUs::tripleWrap);
    }

    private static EncryptionFormat standard() {
        Negotiation negotiation =
                FormatPolicy.of(Edition.MODERN).negotiate(Map.of("bob@corp.example", Capabilities.STANDARD));
        return ((Negotiation.Agreed) negotiation).format();
    }

    private static void opens(Peer peer, EncryptionFormat format, boolean oaep, Person... readers) throws IOException {
        byte[] sealed = encrypted(LETTER, format, oaep, readers);
        assertThat(peer.open(Wire.cms(sealed), readers[0])).isEqualTo(Wire.entity(LETTER));
    }

    private static void copyForEachKind(Peer peer) throws IOException {
        List<RecipientKey> all = keys(false, Cast.BOB_READS_RSA, Cast.CAROL_READS_P256, Cast.BEN_READS_RSA);
        List<Envelope> envelopes = Envelope.forEachKindOfKey(standard(), all);
        assertThat(envelopes).hasSize(2);
        byte[] sealed = encrypted(LETTER, envelopes.get(0));
        assertThat(peer.open(Wire.cms(sealed), Cast.BOB_READS_RSA)).isEqualTo(Wire.entity(LETTER));
    }

    private static void verifies(Peer peer, Person signer, SignatureForm form) throws IOException {
        byte[] signed = signed(LETTER, signer, form);
        verify(peer, Wire.entity(signed), form, Wire.entity(LETTER));
    }

    private static void verify(Peer peer, byte[] entity, SignatureForm form, byte[] expected) {
        if (form == SignatureForm.OPAQUE) {
            assertThat(peer.verify(Wire.cms(entity))).isEqualTo(expected);
            return;
        }
        Wire.Clear parts = Wire.clear(entity);
        assertThat(parts.content()).isEqualTo(expected);
        peer.verify(parts.signature(), parts.content());
    }

    private static void signedThenEncrypted(Peer peer, byte[] message) throws IOException {
        byte[] signed = signed(message, Cast.ALICE_SIGNS_EC, SignatureForm.CLEAR);
        byte[] sealed = encrypted(signed, standard(), false, Cast.BOB_READS_RSA);
        byte[] opened = peer.open(Wire.cms(sealed), Cast.BOB_READS_RSA);
        verify(peer, opened, SignatureForm.CLEAR, Wire.entity(message));
    }

    private static void tripleWrap(Peer peer) throws IOException {
        byte[] once = signed(LETTER, Cast.ALICE_SIGNS_EC, SignatureForm.OPAQUE);
        byte[] twice = encrypted(once, standard(), false, Cast.BOB_READS_RSA);
        byte[] thrice = signed(twice, Cast.AMY_SIGNS_RSA, SignatureForm.OPAQUE);
        byte[] outer = peer.verify(Wire.cms(thrice));
        byte[] middle = peer.open(Wire.cms(outer), Cast.BOB_READS_RSA);
        assertThat(peer.verify(Wire.cms(middle))).isEqualTo(Wire.entity(LETTER));
    }

    private static byte[] withAttachments() throws IOException {
        byte[] picture = new byte[10_000];
        new Random(31).nextBytes(picture);
        return new MessageComposer(Cast.CLOCK, Cast.RANDOM)
                .compose(new OutgoingMessage(
                        Address.of(Cast.ALICE_SIGNS_EC.address()),
                        List.of(Address.of(Cast.BOB_READS_RSA.address())),
                        List.of(),
                        "Pläne",
                        "Die Pläne für das neue Gebäude.\n",
                        List.of(
                                new OutgoingAttachment("Plan 1.png", "image/png", MessageSource.of(picture)),
                                new OutgoingAttachment("計画.txt", "text/plain", MessageSource.of(LETTER))),
                        new ThreadLinks(Optional.empty(), List.of())));
    }

    static byte[] signed(byte[] message, Person signer, SignatureForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SigningKey key =
                new SigningKey(signer.key(), List.of(Cast.AUTHORITY.certificate()), Capabilities.OWN, Cast.PROVIDERS)) {
            SEALER.sign(MessageSource.of(message), key, form, out);
        }
        return out.toByteArray();
    }

    static byte[] encrypted(byte[] message, EncryptionFormat format, boolean oaep, Person... readers)
            throws IOException {
        return encrypted(message, new Envelope(format, keys(oaep, readers)));
    }

    private static byte[] encrypted(byte[] message, Envelope envelope) throws IOException {
        return encrypted(message, envelope, HeaderProtection.NONE);
    }

    /** With the subject readable inside alone. */
    static byte[] withHiddenSubject(byte[] message, Person reader) throws IOException {
        return encrypted(message, new Envelope(standard(), keys(false, reader)), HeaderProtection.BASELINE);
    }

    private static byte[] encrypted(byte[] message, Envelope envelope, HeaderProtection protection) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SEALER.encrypt(MessageSource.of(message), envelope, protection, out);
        return out.toByteArray();
    }

    private static List<RecipientKey> keys(boolean oaep, Person... readers) {
        return Arrays.stream(readers)
                .map(it -> new RecipientKey(it.key().certificate(), Cast.reading(oaep), Cast.PROVIDERS))
                .toList();
    }
}
