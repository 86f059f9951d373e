package org.sealpost.web.bearer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.Roles;

/** A request as its token's owner, and as nobody else whose session it may have come in. */
final class OwnersRequest extends HttpServletRequestWrapper {
    private final Principal owner;
    private final Roles roles;

    OwnersRequest(HttpServletRequest request, SecurityIdentity identity) {
        super(request);
        this.owner = identity.getPrincipal();
        this.roles = identity.getRoles("web", true);
    }

    @Override
    public String getAuthType() {
        return "BEARER";
    }

    @Override
    public Principal getUserPrincipal() {
        return owner;
    }

    @Override
    public String getRemoteUser() {
        return owner.getName();
    }

    @Override
    public boolean isUserInRole(String role) {
        return roles.contains(role);
    }
}
