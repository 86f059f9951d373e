package org.sealpost.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.notice.Notice.Kind;

class NoticeTextsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasTextsWithTheSamePlaceholdersInBothLanguages(Kind kind) {
        for (String part : new String[] {".subject", ".text"}) {
            String english = bundle("en").getString(kind + part);
            String german = bundle("de").getString(kind + part);
            assertThat(german).isNotEqualTo(english);
            assertThat(new MessageFormat(german).getFormatsByArgumentIndex())
                    .hasSameSizeAs(new MessageFormat(english).getFormatsByArgumentIndex());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void noStraightApostropheSwallowsAPlaceholder(String language) {
        ResourceBundle bundle = bundle(language);
        assertThat(bundle.keySet())
                .allSatisfy(key -> assertThat(bundle.getString(key)).doesNotContain("'"));
    }

    @Test
    void daysAreCountedUp() {
        assertThat(days(Duration.ofDays(30))).isEqualTo(30);
        assertThat(days(Duration.ofDays(1).minusMinutes(5))).isEqualTo(1);
        assertThat(days(Duration.ofMinutes(5))).isEqualTo(1);
        assertThat(days(Duration.ofDays(-2))).isZero();
    }

    private static long days(Duration left) {
        return (long) Notice.expiry(NOW, NOW.plus(left)).arguments().get(0);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("org.sealpost.notice.notices", Locale.forLanguageTag(language));
    }
}
