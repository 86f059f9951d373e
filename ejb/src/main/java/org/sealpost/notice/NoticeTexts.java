package org.sealpost.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sealpost.settings.ServerConfiguration;

/** Notices in words, in the organisation's language; English where there are no texts of that language. */
@ApplicationScoped
class NoticeTexts {
    private static final String BUNDLE = "org.sealpost.notice.notices";

    @Inject
    ServerConfiguration configuration;

    /** @return one line */
    String subject(Notice notice) {
        return text(notice.kind() + ".subject", notice);
    }

    /** The body, with what every notice says at its end: that nobody reads an answer. */
    String body(Notice notice) {
        return text(notice.kind() + ".text", notice) + "\n\n-- \n"
                + text("signature", new Notice(notice.kind(), List.of(configuration.organisation())));
    }

    private String text(String key, Notice notice) {
        Object[] words = notice.arguments().stream().map(this::word).toArray();
        return new MessageFormat(bundle().getString(key), locale()).format(words);
    }

    private Object word(Object argument) {
        if (argument instanceof Instant instant) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
                    .withLocale(locale())
                    .withZone(ZoneId.systemDefault())
                    .format(instant);
        }
        if (argument instanceof Enum<?> constant) {
            String key = "word." + constant.name();
            return bundle().containsKey(key) ? bundle().getString(key) : constant.name();
        }
        return argument;
    }

    private Locale locale() {
        return configuration.language();
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, locale(), NoticeTexts.class.getClassLoader());
    }
}
