package org.sealpost.stepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.sealpost.audit.Audited;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Passphrase;
import org.sealpost.directory.Directory;
import org.sealpost.model.Act;

/** Asks the directory whether a password is the caller's; outside any transaction, and ever slower after wrong ones. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
class Proof {
    @Inject
    Directory directory;

    @Inject
    ProofDelay delay;

    @Inject
    Caller caller;

    /**
     * @throws WrongOwnPassword when it is not
     * @throws ProofTooSoon when the last wrong one was too short a time ago
     */
    @Audited(Act.STEP_UP)
    void check(Passphrase password) {
        String login = caller.name();
        delay.check(login);
        if (!directory.knows(login, password)) {
            throw new WrongOwnPassword(delay.wrong(login).toSeconds());
        }
        delay.right(login);
    }
}
