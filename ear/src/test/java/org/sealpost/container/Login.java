package org.sealpost.container;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Somebody of the sample organisation who has logged in at the server's own security domain, against the directory. */
final class Login {
    private final SecurityIdentity identity;

    private Login(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @param name the login name; its password is the sample's */
    static Login of(String name) throws RealmUnavailableException {
        return new Login(SecurityDomain.getCurrent()
                .authenticate(name, new PasswordGuessEvidence((name + "-sample").toCharArray())));
    }

    /** Calls as this person. */
    <T> T call(Callable<T> work) throws Exception {
        return identity.runAs(work);
    }

    /** What the directory's groups make of this person. */
    Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        identity.getRoles().forEach(roles::add);
        return roles;
    }
}
