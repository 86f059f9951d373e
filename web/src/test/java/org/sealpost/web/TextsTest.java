package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.audit.ChainReport;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.integrity.Check;
import org.sealpost.jobs.JobChoice;
import org.sealpost.lint.CertificateLint;
import org.sealpost.lint.LintProfile;
import org.sealpost.lint.Severity;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.model.AcmeAccountState;
import org.sealpost.model.AcmeOrderState;
import org.sealpost.model.Act;
import org.sealpost.model.ArrivalState;
import org.sealpost.model.CertificateStanding;
import org.sealpost.model.CertificateState;
import org.sealpost.model.DepartureState;
import org.sealpost.model.ExportState;
import org.sealpost.model.ExportVerb;
import org.sealpost.model.ImportState;
import org.sealpost.model.ImportVerb;
import org.sealpost.model.JobState;
import org.sealpost.model.JobVerb;
import org.sealpost.model.MailboxState;
import org.sealpost.model.MailboxVerb;
import org.sealpost.model.Outcome;
import org.sealpost.model.RevocationCause;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.model.TrustState;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.RevocationReason;

/** The texts themselves: both languages say the same things, and no page asks for a text that is not there. */
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern USED = Pattern.compile("msg\\['([a-zA-Z0-9.-]+)'\\]|texts\\.of\\('([a-zA-Z0-9.-]+)'");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "errors", "mailbox", "validation"})
    void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders(String bundle) {
        Properties english = load("/org/sealpost/web/" + bundle + ".properties");
        Properties german = load("/org/sealpost/web/" + bundle + "_de.properties");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(german.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_de", "errors", "errors_de"})
    void everyTextCanBeFilledInAndLosesNoApostrophe(String bundle) {
        Properties texts = load("/org/sealpost/web/" + bundle + ".properties");
        texts.forEach((key, text) -> {
            assertThat(text.toString()).as("%s: use ’", key).doesNotContain("'").isNotBlank();
            assertThat(new MessageFormat(text.toString()).format(new Object[] {1, 2, 3}))
                    .isNotBlank();
        });
    }

    @Test
    void everyFailureInWordsHasCauseAndNextStep() {
        Set<String> keys = load("/org/sealpost/web/errors.properties").stringPropertyNames();
        assertThat(keys)
                .allMatch(key -> key.startsWith("error.") && (key.endsWith(".cause") || key.endsWith(".next")))
                .allMatch(key -> keys.contains(key.replaceFirst("\\.cause$", ".next")))
                .allMatch(key -> keys.contains(key.replaceFirst("\\.next$", ".cause")));
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        Set<String> known = load("/org/sealpost/web/messages.properties").stringPropertyNames();
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertThat(pages).hasSizeGreaterThan(10);
            for (Path page : pages) {
                assertThat(known).as(page.toString()).containsAll(used(Files.readString(page)));
            }
        }
    }

    @Test
    void everyValueThatIsShownInWordsHasThem() {
        Set<String> known = load("/org/sealpost/web/messages.properties").stringPropertyNames();
        assertThat(known)
                .containsAll(keys("audit.act.", Act.values()))
                .containsAll(keys("audit.outcome.", Outcome.values()))
                .containsAll(keys("edition.", Edition.values()))
                .containsAll(keys("format.", EncryptionFormat.values()))
                .containsAll(keys("KeyManagerState.", KeyManagerState.values()))
                .containsAll(keys("service.state.", KeyManagerState.values()))
                .containsAll(keys("MailboxState.", MailboxState.values()))
                .containsAll(keys("MailboxVerb.", MailboxVerb.values()))
                .containsAll(keys("JobState.", JobState.values()))
                .containsAll(keys("JobVerb.", JobVerb.values()))
                .containsAll(keys("JobChoice.", JobChoice.values()))
                .containsAll(keys("jobs.done.", JobChoice.values()))
                .containsAll(keys("CertificateProfile.", CertificateProfile.values()))
                .containsAll(keys("CertificateState.", CertificateState.values()))
                .containsAll(keys("CertificateStanding.", CertificateStanding.values()))
                .containsAll(keys("RevocationReason.", RevocationReason.values()))
                .containsAll(keys("RevocationCause.", RevocationCause.values()))
                .containsAll(keys("KeyType.", KeyType.values()))
                .containsAll(keys("TrustState.", TrustState.values()))
                .containsAll(keys("AcmeAccountState.", AcmeAccountState.values()))
                .containsAll(keys("AcmeOrderState.", AcmeOrderState.values()))
                .containsAll(keys("audit.fault.", ChainReport.Fault.values()));
    }

    @Test
    void whatIsAskedForAndHowAMoveStandsIsSaidInWords() {
        Set<String> known = load("/org/sealpost/web/messages.properties").stringPropertyNames();
        assertThat(known)
                .containsAll(keys("ExportState.", ExportState.values()))
                .containsAll(keys("ExportVerb.", ExportVerb.values()))
                .containsAll(keys("ImportState.", ImportState.values()))
                .containsAll(keys("ImportVerb.", ImportVerb.values()))
                .containsAll(keys("DepartureState.", DepartureState.values()))
                .containsAll(keys("ArrivalState.", ArrivalState.values()))
                .containsAll(keys("SensitiveVerb.", SensitiveVerb.values()));
    }

    @Test
    void everyRuleForCertificatesIsSaidInWords() {
        Set<String> known = load("/org/sealpost/web/messages.properties").stringPropertyNames();
        assertThat(known)
                .containsAll(CertificateLint.rules(LintProfile.STRICT).stream()
                        .map(rule -> "lint.rule." + rule.rule())
                        .toList())
                .containsAll(keys("LintProfile.", LintProfile.values()))
                .containsAll(keys("Severity.", Severity.values()))
                .containsAll(keys("Check.", Check.values()));
    }

    private static Set<String> keys(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    private static Set<String> used(String page) {
        return USED.matcher(page)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .filter(key -> !key.endsWith("."))
                .collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream file = Objects.requireNonNull(TextsTest.class.getResourceAsStream(name));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
