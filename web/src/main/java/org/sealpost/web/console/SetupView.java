package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.SetUp;
import org.sealpost.pki.KeyType;
import org.sealpost.settings.ServerConfiguration;
import org.sealpost.web.StatusView;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/** The set-up page of the first start. It lives for one request, and so does the password in it. */
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

    /**
     * Sends whoever comes too late to the service page, and proposes the organisation's name.
     *
     * @return the service page's outcome, or null to stay
     */
    public @Nullable String begin() {
        organisation = configuration.organisation();
        return status.isSetUp() ? "/console/service.xhtml?faces-redirect=true" : null;
    }

    /**
     * Sets the Key Manager up: master key, authority, escrow key pair.
     *
     * @return the service page's outcome
     */
    public String setUp() {
        try (Passphrase password = typed.take().orElseThrow()) {
            keyManager.setUp(new SetUp(requireNonNull(organisation), authorityKey, password));
        }
        texts.doneAfterwards("setup.done");
        return "/console/service.xhtml?faces-redirect=true";
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
