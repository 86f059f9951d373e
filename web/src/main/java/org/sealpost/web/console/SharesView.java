package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.crypto.Passphrase;
import org.sealpost.lock.CustodyService;
import org.sealpost.lock.CustodyView;
import org.sealpost.lock.HandedShare;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.web.Texts;
import org.sealpost.web.TypedPassword;

/**
 * A new set of recovery shares in three steps: for whom; the shares, shown once; the proof that they are at hand. It
 * lives for one request, and so do the secrets in it.
 */
@Named
@RequestScoped
public class SharesView {

    @Inject
    CustodyService custody;

    @Inject
    ApprovalPolicyService policies;

    @Inject
    Texts texts;

    private @Nullable Asking asking;

    private final TypedPassword typed = new TypedPassword();
    private @Nullable ShareForm order;
    private List<HandedShare> handed = List.of();
    private List<ShareField> fields = List.of();

    @PostConstruct
    void read() {
        order = new ShareForm(
                custody.view().holders().stream().map(CustodyView.Holder::name).collect(Collectors.joining("\n")));
        fields = ShareField.fields(custody.sharesToProve());
    }

    /** Makes the shares and shows them. */
    public void prepare() {
        try (Passphrase password = typed.take().orElseThrow()) {
            handed = custody.prepareShares(password, requireNonNull(order).order());
        }
    }

    /** Asks others to allow it, where the policy says so. */
    public void ask() {
        Asking given = getAsking();
        Asking.told(custody.askForShares(requireNonNull(order).order(), given.reason(), given.ticket()), texts);
    }

    /** The fields for asking. */
    public Asking getAsking() {
        if (asking == null) {
            asking = new Asking(policies.policy(SensitiveVerb.NAME_SHARE_HOLDERS));
        }
        return asking;
    }

    /**
     * Puts the new set in force.
     *
     * @return the page of all ways
     */
    public String prove() {
        custody.proveShares(ShareField.typed(fields));
        texts.doneAfterwards("shares.done");
        return "/console/opening.xhtml?faces-redirect=true";
    }

    /**
     * Forgets what was prepared.
     *
     * @return this page, from its first step
     */
    public String beginAnew() {
        custody.dropPrepared();
        return "/console/shares.xhtml?faces-redirect=true";
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

    /** How many, and for whom. */
    public @Nullable ShareForm getOrder() {
        return order;
    }

    /** The field for it. */
    public TypedPassword getTyped() {
        return typed;
    }
}
