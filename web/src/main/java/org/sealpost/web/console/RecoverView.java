package org.sealpost.web.console;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.RecoveryShare;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.Proof;
import org.sealpost.lock.SetUp;
import org.sealpost.model.OpeningKind;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/** The page for a lost start-up password: recovery shares and a new one. It lives for one request. */
@Named
@RequestScoped
public class RecoverView {

    @Inject
    KeyManagerService keyManager;

    @Inject
    CustodyService custody;

    @Inject
    Texts texts;

    private CustodyView.@Nullable Way shares;
    private List<ShareField> fields = List.of();
    private final TypedPassword typed = new TypedPassword();

    @PostConstruct
    void read() {
        shares = custody.view().way(OpeningKind.SHARES).orElse(null);
        fields = ShareField.fields(shares == null ? 0 : shares.needed());
    }

    /**
     * Opens the Key Manager with the shares and sets the new start-up password.
     *
     * @return the service page's outcome
     */
    public String recover() {
        List<RecoveryShare> given = Proof.shares(ShareField.typed(fields));
        try (Passphrase chosen = typed.take().orElseThrow()) {
            keyManager.recover(given, chosen);
        } finally {
            given.forEach(RecoveryShare::close);
        }
        texts.doneAfterwards("recover.done");
        return "/console/service.xhtml?faces-redirect=true";
    }

    /** The set of shares that opens it; null when there is none. */
    public CustodyView.@Nullable Way getShares() {
        return shares;
    }

    /** A field for each share that is needed. */
    public List<ShareField> getFields() {
        return fields;
    }

    /** Least length of a start-up password in characters. */
    public int getShortest() {
        return SetUp.SHORTEST_PASSWORD;
    }

    /** The field for it. */
    public TypedPassword getTyped() {
        return typed;
    }
}
