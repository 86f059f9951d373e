package org.sealpost.web.mailbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.sealpost.protocol.SealpostException;
import org.sealpost.web.Refusal;
import org.sealpost.web.Refusals;

/** The bundle {@code mailbox} with its placeholders filled, sizes and times as lists show them, and messages at fields. */
@Named
@RequestScoped
public class MailTexts {

    private static final long KILO = 1024;

    @Inject
    Clock clock;

    /**
     * One text of the bundle.
     *
     * @param key its key
     * @param arguments values for its placeholders
     */
    public String of(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), locale()).format(arguments);
    }

    /** Whether the bundle has that key: codes of findings come from elsewhere and may be newer than the texts. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** The time for a moment of today, the day for every other. */
    public String shortly(Instant moment) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate day = LocalDate.ofInstant(moment, zone);
        DateTimeFormatter format = day.equals(LocalDate.now(clock.withZone(zone)))
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
        return format.withLocale(locale()).withZone(zone).format(moment);
    }

    /**
     * A size in the unit that suits it.
     *
     * @param octets at least 0
     */
    public String size(long octets) {
        if (octets < KILO) {
            return of("unit.bytes", octets);
        }
        NumberFormat number = NumberFormat.getNumberInstance(locale());
        boolean kilo = octets < KILO * KILO;
        number.setMaximumFractionDigits(kilo ? 0 : 1);
        return of(kilo ? "unit.kb" : "unit.mb", number.format((double) octets / (kilo ? KILO : KILO * KILO)));
    }

    /** Says at the top of the page that something was done. */
    public void done(String key, Object... arguments) {
        say(null, FacesMessage.SEVERITY_INFO, of(key, arguments), "");
    }

    /**
     * Says at the top of the page that follows a redirect that something was done.
     *
     * @param key key of the text; what comes next may stand under the same key followed by {@code .detail}
     */
    public void doneOnNextPage(String key) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        String detail = key + ".detail";
        say(null, FacesMessage.SEVERITY_INFO, of(key), has(detail) ? of(detail) : "");
    }

    /**
     * Says at a field what is wrong with it.
     *
     * @param field client id of the field, or of a form whose messages stand above it
     */
    public void refuse(String field, String key, Object... arguments) {
        say(field, FacesMessage.SEVERITY_ERROR, of(key, arguments), "");
    }

    /**
     * Says at a field what is wrong and what to do about it.
     *
     * @param key key of the cause; the next step stands under the same key followed by {@code .next}
     */
    public void refuseWithNext(String field, String key, Object... arguments) {
        say(field, FacesMessage.SEVERITY_ERROR, of(key, arguments), of(key + ".next"));
    }

    /** Says at a field, or above the page where it concerns none, why an act was refused; the same words everywhere. */
    public void refuse(@Nullable String field, SealpostException refusal) {
        Refusal words = words(refusal);
        say(field, FacesMessage.SEVERITY_ERROR, words.cause(), words.next());
    }

    /** Why something was refused at another time, in words. */
    Refusal words(String code, List<Object> arguments) {
        return new Refusals(locale()).ofCode(code, arguments);
    }

    /** Why something was refused, in words. */
    Refusal words(SealpostException refusal) {
        return new Refusals(locale()).of(refusal);
    }

    private static void say(@Nullable String where, FacesMessage.Severity severity, String summary, String detail) {
        FacesContext.getCurrentInstance().addMessage(where, new FacesMessage(severity, summary, detail));
    }

    private static ResourceBundle bundle() {
        FacesContext context = FacesContext.getCurrentInstance();
        return context.getApplication().getResourceBundle(context, "mail");
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
