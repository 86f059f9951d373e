package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.resealing.Consent;
import org.sealpost.settings.ServerConfiguration;

/**
 * The password of the security file for as long as its owner has asked to be spared typing it. By default every send and
 * every opening asks; who ticks the box is not asked again for some minutes, which the server's settings limit. The
 * password is in this session's memory alone, never goes to the page or to a disk, and is wiped when the time is up, when
 * its owner says so or logs out, and when it turns out to be wrong.
 */
@Named
@SessionScoped
public class RememberedPassword implements Serializable, AutoCloseable {

    private static final long serialVersionUID = 1L;

    @Inject
    Provider<ServerConfiguration> configuration;

    @Inject
    Provider<Clock> clock;

    @Resource
    transient @Nullable ManagedScheduledExecutorService alarms;

    private transient @Nullable Passphrase password;
    private transient @Nullable Consent consent;
    private Instant until = Instant.EPOCH;
    private boolean wanted;

    /** Keeps a copy of a password that has just opened the security file, if its owner has ticked the box. */
    synchronized void keepIfWanted(Passphrase right) {
        if (wanted && isOffered()) {
            wipe();
            Duration time = Duration.ofMinutes(getMinutes());
            password = right.copy();
            until = now().plus(time);
            if (alarms != null) {
                alarms.schedule(this::forgetWhatIsOver, time.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
        wanted = false;
    }

    /** A copy to use and close; empty when nothing is remembered. */
    synchronized Optional<Passphrase> lend() {
        forgetWhatIsOver();
        return Optional.ofNullable(password).map(Passphrase::copy);
    }

    /** Wipes it; the next send or opening asks again, and what works with the keys in the background puts them away. */
    public synchronized void forget() {
        wipe();
        if (consent != null) {
            consent.close();
            consent = null;
        }
    }

    /**
     * Consent to work with the keys in the background, in the place of the one before. It ends with what is remembered, and
     * with the session at the latest.
     *
     * @param most for how long, even if nothing is remembered
     */
    synchronized Consent consent(Duration most) {
        if (consent != null) {
            consent.close();
        }
        consent = new Consent(now().plus(most));
        return consent;
    }

    private void wipe() {
        if (password != null) {
            password.close();
            password = null;
        }
    }

    private synchronized void forgetWhatIsOver() {
        if (password != null && !now().isBefore(until)) {
            forget();
        }
    }

    @Override
    @PreDestroy
    public void close() {
        forget();
    }

    /** Whether a password is remembered at this moment. */
    public synchronized boolean isKept() {
        forgetWhatIsOver();
        return password != null;
    }

    /** Seconds until it is forgotten; 0 when none is remembered. */
    public synchronized long getSeconds() {
        return isKept() ? Duration.between(now(), until).toSeconds() : 0;
    }

    /** For how many minutes a password may be remembered. */
    public int getMinutes() {
        return configuration.get().passwordMinutes();
    }

    private Instant now() {
        return clock.get().instant();
    }

    /** Whether this server remembers passwords at all. */
    public boolean isOffered() {
        return getMinutes() > 0;
    }

    /** The box, which is empty again after each use. */
    public boolean isWanted() {
        return wanted;
    }

    public void setWanted(boolean wanted) {
        this.wanted = wanted;
    }
}
