package org.sealpost.web.bearer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.sealpost.directory.DirectoryUnavailable;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.auth.server.ServerAuthenticationContext;

/**
 * The people of the server's own security domain, which asks the directory: somebody found here has the roles that a login
 * with a password would have given.
 */
@ApplicationScoped
class People {

    /**
     * @param login a name whose owner has been made sure of
     * @return empty when the directory has nobody of that name
     * @throws DirectoryUnavailable when it does not answer
     */
    Optional<SecurityIdentity> named(String login) {
        try (ServerAuthenticationContext context = SecurityDomain.getCurrent().createNewAuthenticationContext()) {
            context.setAuthenticationName(login);
            return context.exists() && context.authorize()
                    ? Optional.of(context.getAuthorizedIdentity())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the domain takes it for no name
        } catch (RealmUnavailableException e) {
            throw new DirectoryUnavailable("login", e);
        }
    }
}
