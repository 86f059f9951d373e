package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Passphrase;
import org.sealpost.mailbox.PasswordEntry;
import org.sealpost.protocol.SealpostException;
import org.sealpost.resealing.RefusedRow;
import org.sealpost.resealing.ResealingService;
import org.sealpost.resealing.ResealingStanding;
import org.sealpost.web.PagedList;
import org.sealpost.web.Refusal;
import org.sealpost.web.TypedPassword;

/** Re-encrypting one's stored mail: how much is due, the consent by password, how far it has come, and what was left. */
@Named
@ViewScoped
public class ResealingView implements Serializable, AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final String FIELD = "reseal:password";
    private static final int ROWS = 10;

    /** For how long the keys stay in memory at most when the password is not remembered. */
    private static final Duration MOST = Duration.ofHours(1);

    @Inject
    ResealingService service;

    @Inject
    RememberedPassword remembered;

    @Inject
    ResealingReminder reminder;

    @Inject
    MailTexts texts;

    private final PagedList<RefusedRow> refused = new PagedList<>(key -> service.refused(key, ROWS));
    private final transient TypedPassword typed = new TypedPassword();
    private transient @Nullable ResealingStanding standing;

    /** Counts, and shows what was left. */
    public void load() {
        reminder.forget();
        standing = service.standing();
        refused.restart();
    }

    /** Counts again while somebody is at it. */
    public void look() {
        standing = service.standing();
        if (!isGoing()) {
            load();
        }
    }

    /** Begins, or goes on, with what was typed or is remembered. */
    public void begin() {
        Optional<Passphrase> entered = typed.take();
        Optional<Passphrase> password = entered.or(remembered::lend);
        if (password.isEmpty()) {
            texts.refuse(FIELD, "ask.password.missing");
            return;
        }
        try (Passphrase given = password.get()) {
            service.begin(new PasswordEntry(given), remembered.consent(MOST));
            if (entered.isPresent()) {
                remembered.keepIfWanted(given);
            }
            PrimeFaces.current().executeScript("PF('resealMail').hide()");
        } catch (SealpostException refusal) {
            texts.refuse(entered.isPresent() ? FIELD : null, refusal);
        } finally {
            load();
        }
    }

    /** Stops after the message whose turn it is. */
    public void pause() {
        try {
            service.pause();
        } catch (SealpostException refusal) {
            texts.refuse(null, refusal);
        } finally {
            load();
        }
    }

    /** Why a message was left, and what can be done about it. */
    public Refusal why(RefusedRow row) {
        return texts.words(row.code(), row.arguments());
    }

    /** Its subject, an ellipsis when it is hidden until the message is opened. */
    public String subject(RefusedRow row) {
        return MailLine.subject(row.subject());
    }

    /** Where the stored mail stands. */
    public ResealingStanding getStanding() {
        ResealingStanding known = standing;
        if (known == null) {
            known = service.standing();
            standing = known;
        }
        return known;
    }

    /** The run under way or the last one; null before the first. */
    public ResealingStanding.@Nullable Run getRun() {
        return getStanding().run().orElse(null);
    }

    /** How mail would be sealed today; empty when it cannot be. */
    public String getFormat() {
        return getStanding().format().map(EncryptionFormat::displayName).orElse("");
    }

    /** Whether there is anything to show. */
    public boolean isShown() {
        return getStanding().worthwhile() || getStanding().run().isPresent();
    }

    /** Whether somebody is at it. */
    public boolean isGoing() {
        return getStanding().run().filter(ResealingStanding.Run::going).isPresent();
    }

    /** Whether it stopped in the middle. */
    public boolean isStopped() {
        return getStanding().run().filter(ResealingStanding.Run::stopped).isPresent();
    }

    /** How long it takes yet, in words. */
    public String getRemaining() {
        return getStanding()
                .run()
                .flatMap(ResealingStanding.Run::remaining)
                .map(left -> texts.of(
                        "reseal.remaining", left.plusMinutes(1).minusNanos(1).toMinutes()))
                .orElseGet(() -> texts.of("reseal.remaining.unknown"));
    }

    /** The messages that were left as they were. */
    public PagedList<RefusedRow> getRefused() {
        return refused;
    }

    /** The field for the password. */
    public TypedPassword getTyped() {
        return typed;
    }

    /** Wipes what was typed. */
    @Override
    @PreDestroy
    public void close() {
        typed.close();
    }
}
