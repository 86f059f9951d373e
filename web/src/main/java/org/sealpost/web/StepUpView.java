package org.sealpost.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.primefaces.PrimeFaces;
import org.sealpost.crypto.Passphrase;
import org.sealpost.stepup.StepUpService;

/** The question for one's own password before something sensitive, and how long the answer still counts. */
@Named("stepUp")
@RequestScoped
public class StepUpView {

    @Inject
    StepUpService service;

    private final TypedPassword typed = new TypedPassword();

    /** Takes the password; the page then repeats what it was asked for. */
    public void prove() {
        Optional<Passphrase> taken = typed.take();
        if (taken.isPresent()) {
            try (Passphrase password = taken.get()) {
                service.prove(password);
            }
            PrimeFaces.current().ajax().addCallbackParam("proved", true);
        }
    }

    @PreDestroy
    void close() {
        typed.close();
    }

    /** Asks now if it must; for a button that goes on to a download. */
    public void require() {
        service.require();
    }

    /** The next sensitive act asks again. */
    public void forget() {
        service.forget();
    }

    /** How many seconds the last proof still counts; 0 when it does not. */
    public long getSeconds() {
        return service.left().toSeconds();
    }

    /** The field for the password. */
    public TypedPassword getTyped() {
        return typed;
    }
}
