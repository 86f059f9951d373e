package org.sealpost.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.issuing.KeyPool;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.lock.KeyRing;
import org.sealpost.lock.Publication;
import org.sealpost.lock.ServiceStanding;
import org.sealpost.model.OpeningKind;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.revocation.RevocationService;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/** The Key Manager's page. It lives for one request, and so does a start-up password in it. */
@Named
@RequestScoped
public class ServiceView {

    private static final String HERE = "/console/service.xhtml?faces-redirect=true";

    @Inject
    KeyManagerService keyManager;

    @Inject
    CustodyService custody;

    @Inject
    KeyRing ring;

    @Inject
    RevocationService revocation;

    @Inject
    KeyPool pool;

    @Inject
    Providers providers;

    @Inject
    Clock clock;

    @Inject
    Texts texts;

    @Inject
    ApprovalPolicyService policies;

    private final TypedPassword typed = new TypedPassword();
    private @Nullable Asking asking;
    private @Nullable AuthorityFacts authority;
    private @Nullable RevocationListFacts list;
    private @Nullable ServiceStanding standing;

    @PostConstruct
    void read() {
        if (ring.state() != KeyManagerState.NOT_SET_UP) {
            authority = AuthorityFacts.of(ring.publicKeys().authority());
            list = revocation
                    .currentList()
                    .map(current -> RevocationListFacts.of(current, clock))
                    .orElse(null);
        }
    }

    /**
     * Gives the start-up password: unlocks what is locked or stands by, starts what is stopped.
     *
     * @return this page, read anew
     */
    public String open() {
        boolean stopped = keyManager.status().state() == KeyManagerState.STOPPED;
        try (Passphrase password = typed.take().orElseThrow()) {
            if (stopped) {
                keyManager.start(password);
            } else {
                keyManager.unlock(password);
            }
        }
        boolean passive = keyManager.status().state() == KeyManagerState.PASSIVE;
        texts.doneAfterwards(passive ? "service.standsBy" : stopped ? "service.started" : "service.unlocked");
        return HERE;
    }

    /** Whether something that opens the master key can be given now. */
    public boolean isOpenable() {
        return switch (keyManager.status().state()) {
            case LOCKED, STOPPED -> true;
            case PASSIVE -> getStanding().role() == ServiceStanding.Role.WAITS;
            case NOT_SET_UP, RUNNING -> false;
        };
    }

    /** Which server is the one running Key Manager. */
    public ServiceStanding getStanding() {
        ServiceStanding known = standing;
        if (known == null) {
            known = keyManager.standing();
            standing = known;
        }
        return known;
    }

    /**
     * Lets another server run it.
     *
     * @return this page, read anew
     */
    public String handOver() {
        keyManager.handOver();
        texts.doneAfterwards("service.handedOver");
        return HERE;
    }

    /** Asks others to allow it, where the policy says so. */
    public void ask() {
        Asking given = getAsking();
        Asking.told(keyManager.askToUnlock(given.reason(), given.ticket()), texts);
    }

    /** The fields for asking. */
    public Asking getAsking() {
        if (asking == null) {
            asking = new Asking(policies.policy(SensitiveVerb.UNLOCK));
        }
        return asking;
    }

    /**
     * Opens with the token; the password field holds its PIN.
     *
     * @return this page, read anew
     */
    public String openByToken() {
        try (Passphrase pin = typed.take().orElseThrow()) {
            keyManager.openByToken(pin);
        }
        texts.doneAfterwards("service.started");
        return HERE;
    }

    /** Whether a token opens it. */
    public boolean isOpenedByToken() {
        return custody.view().way(OpeningKind.TOKEN).isPresent();
    }

    /**
     * Takes the keys out of memory.
     *
     * @return this page, read anew
     */
    public String stop() {
        keyManager.stop();
        texts.doneAfterwards("service.stopped");
        return HERE;
    }

    /** The authority's certificate; null before the set-up. */
    public @Nullable AuthorityFacts getAuthority() {
        return authority;
    }

    /** Where the authority's certificate is to be had, from the context root. */
    public String getAuthorityPath() {
        return Publication.CERTIFICATE_PATH;
    }

    /** The revocation list; null before the first one is signed. */
    public @Nullable RevocationListFacts getList() {
        return list;
    }

    /** Where the revocation list is to be had, from the context root. */
    public String getListPath() {
        return Publication.CRL_PATH;
    }

    /** Where the list of the changes alone is to be had, from the context root. */
    public String getDeltaPath() {
        return Publication.DELTA_CRL_PATH;
    }

    /** How many encryption key pairs are made ahead. */
    public int getStock() {
        return pool.size();
    }

    /** Whether the native provider is in use. */
    public boolean isAccelerated() {
        return providers.accelerated();
    }

    /** Which providers are in use, in words. */
    public String getProviders() {
        return providers.describe();
    }

    /** The field for the password. */
    public TypedPassword getTyped() {
        return typed;
    }
}
