package org.sealpost.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.jobs.Corp.to;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.model.Folder;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;

class DeliveryTest {
    private final Post post = new Post();

    @BeforeEach
    void enable() {
        post.enable("alice");
        post.enable("bob");
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void aPlainMessageWithoutAnythingToSaveHasNoMark() {
        assertMarks(false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "mixed, application/pdf, true",
        "mixed, message/rfc822, true",
        "signed, application/pkcs7-signature, false",
        "signed, application/x-pkcs7-signature, false"
    })
    void whatCanBeReadWithoutOpeningIsMarkedByItsFilesAndNotByItsSignature(String kind, String type, boolean marked) {
        post.letter = letter(kind, type);
        assertMarks(false, marked);
    }

    @Test
    void nothingOfASealedMessageTellsOfItsFilesBeforeItIsOpened() {
        post.letter = letter("mixed", "application/pdf");
        assertMarks(true, false);
    }

    @Test
    void whatItsSenderHasEncryptedIsListedAsEncrypted() {
        post.letter = "From: alice@corp.example\r\nSubject: Plans\r\n"
                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nAAAA\r\n";
        post.attempt(post.send("draft", false, to("bob")));
        post.run(here -> assertThat(here.folder("bob", Folder.INBOX))
                .hasSize(1)
                .allMatch(message -> message.label().seal().encrypted()
                        && message.label().format().isEmpty()));
    }

    @ParameterizedTest
    @CsvSource({
        "false, PLAIN, false",
        "true, ENCRYPTED, false",
        "false, SIGNED, true",
        "true, SIGNED_AND_ENCRYPTED, true"
    })
    void aListSaysSignedOfWhatCarriesASignatureAndNotOfWhatItsSenderSaysOfIt(
            boolean encrypts, Seal listed, boolean carriesOne) {
        if (carriesOne) {
            post.letter = letter("signed", "application/pkcs7-signature")
                    .replace("boundary=b", "protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=b");
        }
        post.signs = !carriesOne;
        post.attempt(post.send("draft", encrypts, to("bob")));
        post.run(here -> assertThat(here.folder("bob", Folder.INBOX))
                .extracting(message -> message.label().seal())
                .containsExactly(listed));
    }

    private void assertMarks(boolean encrypts, boolean marked) {
        post.attempt(post.send("draft", encrypts, to("bob")));
        post.run(here -> {
            assertThat(here.folder("bob", Folder.INBOX))
                    .hasSize(1)
                    .allMatch(message -> message.label().files() == marked);
            assertThat(here.folder("alice", Folder.SENT))
                    .hasSize(1)
                    .allMatch(message -> message.label().files() == marked);
            assertThat(here.folder("bob", Folder.INBOX))
                    .extracting(StoredMessage::signature)
                    .containsExactly(Optional.empty());
        });
    }

    private static String letter(String kind, String type) {
        return """
            From: alice@corp.example
            To: bob@corp.example
            Subject: Plans
            MIME-Version: 1.0
            Content-Type: multipart/%s; boundary=b

            --b
            Content-Type: text/plain

            Here they are.
            --b
            Content-Type: %s; name=part
            Content-Disposition: attachment; filename=part
            Content-Transfer-Encoding: 7bit

            Subject: Inside

            x
            --b--
            """.formatted(kind, type).replace("\n", "\r\n");
    }
}
