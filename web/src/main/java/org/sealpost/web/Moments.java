package org.sealpost.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Moments in the reader's language and the server's time zone; Faces' own converter does not know {@link Instant}. */
@Named("when")
@RequestScoped
public class Moments {

    /**
     * Day and minute, as most lists show it.
     *
     * @param moment the moment, or null for none
     * @return {@code 24 Nov 2026, 14:05} for instance; empty for none
     */
    public String at(@Nullable Instant moment) {
        return format(moment, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    /**
     * The day alone.
     *
     * @param moment the moment, or null for none
     * @return {@code 24 Nov 2026} for instance; empty for none
     */
    public String on(@Nullable Instant moment) {
        return format(moment, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
    }

    /**
     * To the second with the time zone, for the audit trail and for tooltips.
     *
     * @param moment the moment, or null for none
     * @return {@code 24 November 2026 at 14:05:09 CET} for instance; empty for none
     */
    public String exactly(@Nullable Instant moment) {
        return format(moment, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG));
    }

    private static String format(@Nullable Instant moment, DateTimeFormatter format) {
        return moment == null
                ? ""
                : format.withLocale(locale()).withZone(ZoneId.systemDefault()).format(moment);
    }

    /** The reader's own country decides how dates look, as long as his language is the page's. */
    private static Locale locale() {
        FacesContext context = FacesContext.getCurrentInstance();
        Locale page = context.getViewRoot().getLocale();
        Locale reader = context.getExternalContext().getRequestLocale();
        return reader.getLanguage().equals(page.getLanguage()) ? reader : page;
    }
}
