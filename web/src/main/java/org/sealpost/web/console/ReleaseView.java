package org.sealpost.web.console;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.sealpost.crypto.Passphrase;
import org.sealpost.recovery.ReleaseService;
import org.sealpost.web.TypedPassword;

/** Fetching released keys. It lives for one request, and so do code and password. */
@Named
@RequestScoped
public class ReleaseView {

    @Inject
    ReleaseService release;

    private final TypedPassword typed = new TypedPassword();
    private String code = "";

    /** The keys under the password that was typed. */
    public StreamedContent getFile() {
        try (Passphrase password = typed.take().orElseThrow()) {
            byte[] file = release.fetch(code, password);
            return DefaultStreamedContent.builder()
                    .name("released-keys.p12")
                    .contentType("application/x-pkcs12")
                    .contentLength((long) file.length)
                    .stream(() -> new ByteArrayInputStream(file))
                    .build();
        }
    }

    @PreDestroy
    void close() {
        typed.close();
    }

    /** The field for the password. */
    public TypedPassword getTyped() {
        return typed;
    }

    /** For the page: nothing. */
    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
