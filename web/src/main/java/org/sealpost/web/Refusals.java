package org.sealpost.web;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private static final String BUNDLE = "org.sealpost.web.errors";

    private final ResourceBundle texts;
    private final Locale locale;

    /**
     * Speaks one language.
     *
     * @param locale language of the texts, and of numbers and dates in them
     */
    public Refusals(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(BUNDLE, locale, Refusals.class.getClassLoader());
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
        return refusal("unforeseen", 500, List.of());
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
            return new MessageFormat(texts.getString(key), locale).format(arguments.toArray());
        } catch (MissingResourceException e) {
            return new MessageFormat(texts.getString(otherwise), locale).format(new Object[] {code});
        }
    }
}
