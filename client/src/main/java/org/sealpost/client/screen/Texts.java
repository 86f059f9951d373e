package org.sealpost.client.screen;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Texts in the language of the environment: the client's own, and the words of the pages for failures and checks. */
public final class Texts {
    /** Bundle of the options' and verbs' descriptions. */
    public static final String BUNDLE = "org.sealpost.client.texts";

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    public Texts(Locale locale) {
        this.locale = locale;
        this.bundles = Stream.of(BUNDLE, "org.sealpost.web.errors", "org.sealpost.web.mailbox")
                .map(name -> bundle(name, locale))
                .toList();
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language spoken. */
    public Locale locale() {
        return locale;
    }

    /** A text with its placeholders filled; its key where there is none. */
    public String of(String key, Object... arguments) {
        return find(key, arguments).orElse(key);
    }

    /** A text with its placeholders filled; empty where there is none. */
    public Optional<String> find(String key, Object... arguments) {
        Object[] words = Stream.of(arguments).map(this::inWords).toArray();
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> new MessageFormat(bundle.getString(key), locale).format(words));
    }

    private Object inWords(Object argument) {
        return argument instanceof Instant moment ? moment(moment) : argument;
    }

    /** A moment as people of the language write it, to the minute, in the local time zone. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    /** An age in its largest unit. */
    public String age(Duration age) {
        if (age.toDays() > 0) {
            return of("age.days", age.toDays());
        }
        return age.toHours() > 0 ? of("age.hours", age.toHours()) : of("age.minutes", Math.max(age.toMinutes(), 0));
    }
}
