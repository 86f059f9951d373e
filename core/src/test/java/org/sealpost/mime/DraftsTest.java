package org.sealpost.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftsTest {

    private static final Address CAROL = Address.of("carol@corp.example");
    private static final String LETTER = """
            From: Alice <alice@corp.example>
            To: Bob <bob@corp.example>, CAROL@corp.example
            Cc: dave@corp.example, broken address
            Subject: Lunch
            Date: Tue, 24 Nov 2026 08:30:00 +0000
            Message-ID: <2@corp.example>
            References: <1@corp.example>

            At noon?
            > earlier words
            """;

    @Test
    void answersTheAuthorAlone() throws IOException {
        ReplyDraft reply = ReplyDraft.of(Letters.read(LETTER), CAROL, false);
        assertThat(reply.to()).containsExactly(Address.of("alice@corp.example"));
        assertThat(reply.cc()).isEmpty();
    }

    @Test
    void answersEverybodyButOneself() throws IOException {
        ReplyDraft reply = ReplyDraft.of(Letters.read(LETTER), CAROL, true);
        assertThat(reply.to()).containsExactly(Address.of("alice@corp.example"));
        assertThat(reply.cc()).containsExactly(Address.of("bob@corp.example"), Address.of("dave@corp.example"));
    }

    @Test
    void answersWhereTheAuthorAsksTo() throws IOException {
        ReplyDraft reply = ReplyDraft.of(Letters.read("Reply-To: list@corp.example\n" + LETTER), CAROL, false);
        assertThat(reply.to()).containsExactly(Address.of("list@corp.example"));
    }

    @Test
    void quotesTheTextBelowItsOrigin() throws IOException {
        assertThat(ReplyDraft.of(Letters.read(LETTER), CAROL, false).text())
                .isEqualTo("\n\nAlice <alice@corp.example>, 2026-11-24 08:30 UTC:\n> At noon?\n>> earlier words\n");
    }

    @Test
    void continuesTheThread() throws IOException {
        ThreadLinks links = ReplyDraft.of(Letters.read(LETTER), CAROL, false).links();
        assertThat(links)
                .isEqualTo(new ThreadLinks(
                        Optional.of("<2@corp.example>"), List.of("<1@corp.example>", "<2@corp.example>")));
        assertThat(ReplyDraft.of(Letters.read("Subject: s\n\nt"), CAROL, false).links())
                .isEqualTo(ThreadLinks.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Lunch, Re: Lunch",
        "Re: Lunch, Re: Lunch",
        "RE: Lunch, RE: Lunch",
        "'', 'Re: '",
        "Research, Re: Research"
    })
    void prefixesTheSubjectOnce(String subject, String answered) throws IOException {
        ReadMessage message = Letters.read("Subject: " + subject + "\n\n");
        assertThat(ReplyDraft.of(message, CAROL, false).subject()).isEqualTo(answered);
    }

    @Test
    void quotesTheTextOfHtml() throws IOException {
        assertThat(ReplyDraft.of(Letters.read(Letters.html("<p>one</p><script>x</script>")), CAROL, false)
                        .text())
                .endsWith("\n> one\n");
    }

    @Test
    void sendsOnTheTextWithItsHeaderAndAttachments() throws IOException {
        String letter = "From: alice@corp.example\nTo: bob@corp.example\n"
                + Letters.mixed("the text", "application/pdf; name=a.pdf", "pdf");
        ForwardDraft forward = ForwardDraft.of(Letters.read(letter));
        assertThat(forward.subject()).isEqualTo("Fwd: two parts");
        assertThat(forward.text()).contains("alice@corp.example", "bob@corp.example", "two parts", "the text");
        assertThat(forward.attachments()).hasSize(1);
        assertThat(forward.attachments().get(0).fileName()).isEqualTo("a.pdf");
        try (var content = forward.attachments().get(0).content().open()) {
            assertThat(content.readAllBytes()).isEqualTo("pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
