package org.sealpost.certification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.enrolment.TokenBearer;
import org.sealpost.enrolment.TokenBearers;
import org.sealpost.protocol.TokenCode;

/** Lets EST clients in: by a token, with the mailbox's address or the owner's login; or by the owner's login alone. */
@ApplicationScoped
class EstDoor {
    @Inject
    TokenBearers bearers;

    @Inject
    Mailboxes mailboxes;

    @Inject
    Directory directory;

    /**
     * A token with the mailbox that it is for.
     *
     * @param entry what the directory says of the mailbox
     */
    record Admitted(TokenBearer bearer, DirectoryEntry entry) {}

    /**
     * Whoever has a token.
     *
     * @param challenge where the token is if the password is the directory's
     * @throws EstRefused when login and token do not belong together
     * @throws org.sealpost.enrolment.TokenRefused when the token is wrong
     */
    Admitted byToken(EstLogin login, Optional<String> challenge) {
        Optional<TokenCode> token = login.token();
        if (token.isPresent()) {
            Admitted admitted = bearer(token.get());
            requireSame(login.name(), admitted.entry().address());
            return admitted;
        }
        DirectoryEntry owner = byLogin(login);
        Admitted admitted = bearer(TokenCode.parse(challenge.orElseThrow(EstRefused::login)));
        requireSame(owner.id().value(), admitted.entry().id().value());
        return admitted;
    }

    /**
     * Whoever knows the directory's password.
     *
     * @throws EstRefused when it is wrong
     */
    DirectoryEntry byLogin(EstLogin login) {
        if (login.name().isBlank() || !directory.knows(login.name(), login.password())) {
            throw EstRefused.login();
        }
        return directory.byLogin(login.name()).orElseThrow(EstRefused::login);
    }

    private Admitted bearer(TokenCode code) {
        TokenBearer bearer = bearers.identify(code.reference(), code::equals);
        return new Admitted(bearer, mailboxes.entry(bearer.token().mailbox()));
    }

    static void requireSame(String named, String own) {
        if (!named.equalsIgnoreCase(own)) {
            throw EstRefused.otherMailbox();
        }
    }
}
