package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.HandedShare;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.Proof;
import org.sealpost.lock.SetUp;
import org.sealpost.pki.KeyType;
import org.sealpost.settings.ServerConfiguration;
import org.sealpost.web.StatusView;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/**
 * The set-up page of the first start, in three steps: what is to be made; the recovery shares, shown once; the proof
 * that password and shares are at hand. It lives for one request, and so do the secrets in it.
 */
@Named
@RequestScoped
public class SetupView {

    private static final KeyType[] AUTHORITY_KEYS = {KeyType.EC_P256, KeyType.RSA_3072};

    @Inject
    KeyManagerService keyManager;

    @Inject
    ServerConfiguration configuration;

    @Inject
    StatusView status;

    @Inject
    Texts texts;

    @NotBlank
    @Size(max = 200)
    private @Nullable String organisation;

    @NotNull
    private KeyType authorityKey = KeyType.EC_P256;

    private final TypedPassword typed = new TypedPassword();
    private @Nullable ShareForm shares;
    private List<HandedShare> handed = List.of();
    private List<ShareField> fields = List.of();

    @PostConstruct
    void read() {
        shares = new ShareForm(
                String.join("\n", texts.of("setup.holder.1"), texts.of("setup.holder.2"), texts.of("setup.holder.3")));
        fields = ShareField.fields(keyManager.sharesToProve());
    }

    /**
     * Sends whoever comes too late to the service page, and proposes the organisation's name.
     *
     * @return the service page's outcome, or null to stay
     */
    public @Nullable String begin() {
        organisation = configuration.organisation();
        return status.isSetUp() ? "/console/service.xhtml?faces-redirect=true" : null;
    }

    /** Makes master key, authority, escrow key pair and recovery shares, and shows the shares. */
    public void prepare() {
        try (Passphrase password = typed.take().orElseThrow()) {
            handed = keyManager.prepare(new SetUp(
                    requireNonNull(organisation),
                    authorityKey,
                    requireNonNull(shares).order(),
                    password));
        }
    }

    /**
     * Completes the set-up with what was typed again.
     *
     * @return the service page's outcome
     */
    public String complete() {
        try (Passphrase password = typed.take().orElseThrow();
                Proof proof = new Proof(password, Proof.shares(ShareField.typed(fields)))) {
            keyManager.complete(proof);
        }
        texts.doneAfterwards("setup.done");
        return "/console/service.xhtml?faces-redirect=true";
    }

    /**
     * Forgets what was prepared.
     *
     * @return this page, from its first step
     */
    public String beginAnew() {
        keyManager.dropPrepared();
        return "/setup.xhtml?faces-redirect=true";
    }

    /** The step that is shown: MAKE, HAND_OUT or PROVE. */
    public String getStep() {
        if (!handed.isEmpty()) {
            return "HAND_OUT";
        }
        return fields.isEmpty() ? "MAKE" : "PROVE";
    }

    /** The shares that were just made; empty at any other time. */
    public List<HandedShare> getHanded() {
        return handed;
    }

    /** A field for each share that has to be typed again. */
    public List<ShareField> getFields() {
        return fields;
    }

    /** How many shares, and for whom. */
    public @Nullable ShareForm getShares() {
        return shares;
    }

    /** Least length of a start-up password in characters. */
    public int getShortest() {
        return SetUp.SHORTEST_PASSWORD;
    }

    /** The key types of an authority to choose from. */
    public KeyType[] getAuthorityKeys() {
        return AUTHORITY_KEYS.clone();
    }

    public @Nullable String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(@Nullable String organisation) {
        this.organisation = organisation;
    }

    public KeyType getAuthorityKey() {
        return authorityKey;
    }

    public void setAuthorityKey(KeyType authorityKey) {
        this.authorityKey = authorityKey;
    }

    /** Both fields for the password; the page compares them. */
    public TypedPassword getTyped() {
        return typed;
    }
}
