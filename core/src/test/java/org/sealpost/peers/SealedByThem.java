package org.sealpost.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sealpost.mime.MessageSource;
import org.sealpost.peers.Cast.Person;
import org.sealpost.peers.Peer.Encrypting;
import org.sealpost.peers.Peer.Signing;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.SignatureCheck;

/** What a peer seals and we open. */
final class SealedByThem {

    private static final String ENTITY =
            "Content-Type: text/plain; charset=utf-8\r\n\r\nThe plans for the new building are ready.\r\n";
    private static final byte[] CONTENT = Wire.bytes(ENTITY);
    private static final Person RSA = Cast.AMY_SIGNS_RSA;
    private static final Person EC = Cast.ALICE_SIGNS_EC;

    private SealedByThem() {}

    static Map<String, Trial> rows() {
        Map<String, Trial> rows = new LinkedHashMap<>();
        addEncryption(rows);
        addSignatures(rows);
        rows.put("Signed, then encrypted", SealedByThem::signedThenEncrypted);
        rows.put("Triple wrap", SealedByThem::tripleWrap);
        rows.put("Formats announced in the signature", SealedByThem::announces);
        return rows;
    }

    private static void addEncryption(Map<String, Trial> rows) {
        for (String cipher : List.of("aes-256-gcm", "aes-128-gcm", "aes-256-cbc", "aes-128-cbc")) {
            rows.put(
                    cipher.toUpperCase(Locale.ROOT) + ", RSA PKCS #1 v1.5",
                    peer -> opens(peer, new Encrypting(cipher, Cast.BOB_READS_RSA)));
        }
        rows.put(
                "AES-128-CBC, RSA OAEP",
                peer -> opens(peer, new Encrypting("aes-128-cbc", true, List.of(Cast.BOB_READS_RSA))));
        rows.put("AES-128-CBC, ECDH P-256", peer -> opens(peer, new Encrypting("aes-128-cbc", Cast.CAROL_READS_P256)));
        rows.put("AES-128-CBC, ECDH P-384", peer -> opens(peer, new Encrypting("aes-128-cbc", Cast.DAVE_READS_P384)));
        rows.put(
                "Several RSA recipients",
                peer -> opens(peer, new Encrypting("aes-128-cbc", Cast.BEN_READS_RSA, Cast.BOB_READS_RSA)));
        rows.put(
                "RSA and EC recipients in one copy",
                peer -> opens(peer, new Encrypting("aes-128-cbc", Cast.CAROL_READS_P256, Cast.BOB_READS_RSA)));
        rows.put("Triple DES", peer -> opens(peer, new Encrypting("des3", Cast.BOB_READS_RSA)));
    }

    private static void addSignatures(Map<String, Trial> rows) {
        rows.put("ECDSA P-256 signature, clear", peer -> verifies(peer, new Signing(EC, true)));
        rows.put("ECDSA P-256 signature, opaque", peer -> verifies(peer, new Signing(EC, false)));
        rows.put("RSA signature, clear", peer -> verifies(peer, new Signing(RSA, true)));
        rows.put("RSA signature, opaque", peer -> verifies(peer, new Signing(RSA, false)));
        rows.put("RSA-PSS signature", peer -> verifies(peer, new Signing(RSA, "sha256", false, true)));
        rows.put("SHA-512 signature", peer -> verifies(peer, new Signing(RSA, "sha512")));
        rows.put("SHA-1 signature", peer -> verifies(peer, new Signing(RSA, "sha1")));
        rows.put("MD5 signature", peer -> verifies(peer, new Signing(RSA, "md5")));
    }

    private static void opens(Peer peer, Encrypting how) throws IOException {
        byte[] message = Cast.letter(EC, Wire.opaque("enveloped-data", peer.encrypt(CONTENT, how)));
        try (OpenedMessage opened = open(message)) {
            assertThat(opened.sealState().encrypted()).isTrue();
            assertThat(content(opened)).isEqualTo(CONTENT);
        }
    }

    private static void verifies(Peer peer, Signing how) throws IOException {
        try (OpenedMessage opened = open(signed(peer, how))) {
            assertThat(content(opened)).isEqualTo(CONTENT);
            assertHolds(opened);
        }
    }

    private static void signedThenEncrypted(Peer peer) throws IOException {
        byte[] signed = Wire.entity(signed(peer, new Signing(RSA, true)));
        byte[] sealed = peer.encrypt(signed, new Encrypting("aes-128-cbc", Cast.BOB_READS_RSA));
        try (OpenedMessage opened = open(Cast.letter(RSA, Wire.opaque("enveloped-data", sealed)))) {
            assertThat(content(opened)).isEqualTo(CONTENT);
            assertThat(opened.sealState().protectedFromChange()).isTrue();
            assertHolds(opened);
        }
    }

    private static void tripleWrap(Peer peer) throws IOException {
        byte[] once = Wire.entity(signed(peer, new Signing(RSA, false)));
        byte[] twice = peer.encrypt(once, new Encrypting("aes-128-cbc", Cast.BOB_READS_RSA));
        byte[] thrice = peer.sign(Wire.bytes(Wire.opaque("enveloped-data", twice)), new Signing(RSA, false));
        try (OpenedMessage opened = open(Cast.letter(RSA, Wire.opaque("signed-data", thrice)))) {
            assertThat(content(opened)).isEqualTo(CONTENT);
            assertThat(opened.signatures()).hasSize(2);
            assertHolds(opened);
        }
    }

    private static void announces(Peer peer) throws IOException {
        try (OpenedMessage opened = open(signed(peer, new Signing(RSA, false)))) {
            assertThat(opened.announcement()
                            .orElseThrow()
                            .capabilities()
                            .orElseThrow()
                            .formats())
                    .isNotEmpty();
        }
    }

    static void assertHolds(OpenedMessage opened) {
        String weak = "algorithm-weak";
        if (opened.signatures().stream()
                .anyMatch(it ->
                        it.check(SignatureCheck.Kind.ALTERED).finding().code().equals(weak))) {
            assertThat(opened.signaturesHold()).isFalse();
            throw new ShownAsWeak();
        }
        assertThat(opened.signaturesHold()).as(opened.signatures().toString()).isTrue();
    }

    /** A signature that fits and proves little. */
    static final class ShownAsWeak extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static byte[] signed(Peer peer, Signing how) {
        byte[] cms = peer.sign(CONTENT, how);
        String entity = how.apart() ? Wire.clear(CONTENT, cms) : Wire.opaque("signed-data", cms);
        return Cast.letter(how.signer(), entity);
    }

    static OpenedMessage open(byte[] message) throws IOException {
        List<DecryptionKey> keys = List.of(
                new DecryptionKey(Cast.BOB_READS_RSA.key(), Cast.PROVIDERS),
                new DecryptionKey(Cast.CAROL_READS_P256.key(), Cast.PROVIDERS),
                new DecryptionKey(Cast.DAVE_READS_P384.key(), Cast.PROVIDERS));
        return new MessageOpener(Cast.PROVIDERS).open(MessageSource.of(message), keys, Cast.policy());
    }

    static byte[] content(OpenedMessage opened) throws IOException {
        return Wire.entity(opened.content().open().readAllBytes());
    }
}
