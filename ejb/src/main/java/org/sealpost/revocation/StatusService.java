package org.sealpost.revocation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.sealpost.ocsp.StatusRequest;

/** Answers the whole world about single certificates (RFC 6960). */
@Stateless
public class StatusService {
    @Inject
    StatusAnswers answers;

    /** The answer that is signed, kept from before, or why there is none now. */
    @PermitAll
    public StatusReply answer(StatusRequest request) {
        return answers.answer(request);
    }
}
