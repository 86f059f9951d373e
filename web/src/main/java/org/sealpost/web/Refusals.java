package org.sealpost.web;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.model.DatabaseFault;
import org.sealpost.protocol.BadInput;
import org.sealpost.protocol.NotAuthentic;
import org.sealpost.protocol.NotFound;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.WrongState;

/**
 * The one place where a failure becomes words and an HTTP status. Pages and the programmatic interface both ask here, so
 * that the same failure reads the same everywhere. The texts are {@code error.<code>.cause} and
 * {@code error.<code>.next} of the bundle {@code errors}.
 */
public final class Refusals {

    private static final int UNAVAILABLE = 503;

    private final ResourceBundle texts;
    private final ResourceBundle values;
    private final Locale locale;

    /**
     * Speaks one language.
     *
     * @param locale language of the texts, and of numbers and dates in them
     */
    public Refusals(Locale locale) {
        this.locale = locale;
        this.texts = bundle("org.sealpost.web.errors", locale);
        this.values = bundle("org.sealpost.web.messages", locale);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name,
                locale,
                Refusals.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Puts a failure into words. Containers wrap what a bean throws: the first cause that is known decides.
     *
     * @param failure what was thrown
     * @return the failure in words; {@link Refusal#unforeseen()} when no cause of it is known
     */
    public Refusal of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Refusal known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return DatabaseFault.of(failure)
                .map(fault -> refusal(fault.code(), 503, List.of()))
                .orElseGet(() -> refusal("unforeseen", 500, List.of()));
    }

    /**
     * Puts a refusal of the HTTP layer into words, before any bean was asked.
     *
     * @param status the HTTP status, 400 to 599
     * @return the refusal; statuses without words of their own share one text
     */
    public Refusal ofStatus(int status) {
        if (status >= 500 && status != UNAVAILABLE) {
            return refusal("unforeseen", 500, List.of());
        }
        return refusal(status == 403 ? "not-allowed" : "http-" + status, status, List.of());
    }

    /** Puts a bearer token that is worth nothing into words: the same ones for every reason. */
    public Refusal ofBearerToken() {
        return refusal("bad-bearer-token", 401, List.of());
    }

    /**
     * Puts what was refused at another time into words.
     *
     * @param code of a refusal of ours
     * @param arguments of its text
     */
    public Refusal ofCode(String code, List<Object> arguments) {
        return refusal(code, 422, arguments);
    }

    private @Nullable Refusal known(Throwable cause) {
        if (cause instanceof SealpostException foreseen) {
            return refusal(foreseen.code(), status(foreseen), foreseen.arguments());
        }
        if (cause instanceof EJBAccessException || cause instanceof SecurityException) {
            return refusal("not-allowed", 403, List.of());
        }
        if (cause instanceof ConstraintViolationException invalid) {
            return refusal("invalid", 400, List.of(sentences(invalid)));
        }
        if (cause instanceof OptimisticLockException) {
            return refusal("changed-meanwhile", 409, List.of());
        }
        return null;
    }

    private static int status(SealpostException failure) {
        if (failure instanceof BadInput) {
            return 422;
        }
        if (failure instanceof NotAuthentic) {
            return 403;
        }
        if (failure instanceof NotFound) {
            return 404;
        }
        return failure instanceof WrongState ? 409 : 503;
    }

    private static String sentences(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private Refusal refusal(String code, int status, List<Object> arguments) {
        return new Refusal(
                code,
                status,
                text("error." + code + ".cause", arguments, "error.unworded.cause", code),
                text("error." + code + ".next", arguments, "error.unworded.next", code));
    }

    private String text(String key, List<Object> arguments, String otherwise, String code) {
        try {
            return new MessageFormat(texts.getString(key), locale).format(inWords(arguments));
        } catch (MissingResourceException e) {
            return new MessageFormat(texts.getString(otherwise), locale).format(new Object[] {code});
        }
    }

    /** States and verbs stand in the arguments as constants, whose words are in {@code messages}; moments are read. */
    private Object[] inWords(List<Object> arguments) {
        return arguments.stream().map(this::inWords).toArray();
    }

    private Object inWords(Object argument) {
        if (argument instanceof Enum<?> constant) {
            String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            return values.containsKey(key) ? values.getString(key) : constant.name();
        }
        if (argument instanceof Instant moment) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(ZoneId.systemDefault())
                    .format(moment);
        }
        return argument;
    }
}
