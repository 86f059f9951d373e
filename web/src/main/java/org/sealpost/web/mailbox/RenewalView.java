package org.sealpost.web.mailbox;

import jakarta.annotation.PreDestroy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.sealpost.crypto.Passphrase;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.protocol.SealpostException;
import org.sealpost.renewal.RenewalPlan;

/** Renewing one's keys: when they are due, and the consent by password. The password is dropped with every request. */
@Named
@ViewScoped
public class RenewalView implements Serializable, AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final String FIELD = "renew:password";

    @Inject
    OwnRenewal renewal;

    @Inject
    RenewalReminder reminder;

    @Inject
    OptionsView options;

    @Inject
    MailTexts texts;

    private transient @Nullable Passphrase password;

    /** Renews what is due; where nothing is, everything: its owner wants it early. */
    public void renew() {
        try {
            if (password == null) {
                texts.refuse(FIELD, "ask.password.missing");
            } else if (renewal.renew(which(), password)) {
                texts.done("renew.done");
                PrimeFaces.current().executeScript("PF('renewKeys').hide()");
            } else {
                texts.refuse(FIELD, "renew.none");
            }
        } catch (SealpostException refusal) {
            texts.refuse(FIELD, refusal);
        } finally {
            close();
            options.load();
        }
    }

    private Set<CertificateProfile> which() {
        RenewalPlan plan = reminder.plan();
        return plan.due().isEmpty() ? plan.possible() : plan.due();
    }

    /** The keys that can be renewed, with their dates. */
    public List<RenewalPlan.Due> getKeys() {
        return reminder.plan().keys();
    }

    /** Wipes what was typed. */
    @Override
    @PreDestroy
    public void close() {
        if (password != null) {
            password.close();
            password = null;
        }
    }

    public @Nullable Passphrase getPassword() {
        return null;
    }

    public void setPassword(@Nullable Passphrase password) {
        this.password = password;
    }
}
