package org.sealpost.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Whoever is logged in, as the pages see him: what he may do decides which entries a menu has. It decides nothing else:
 * the beans behind the pages ask for the role themselves.
 */
@Named("person")
@RequestScoped
public class Person {

    private static final List<String> ROLES =
            List.of("km-admin", "mailbox-admin", "recovery-officer", "auditor", "user");

    @Inject
    HttpServletRequest request;

    /** The login name; empty before a login. */
    public String getLogin() {
        return request.getUserPrincipal() == null
                ? ""
                : request.getUserPrincipal().getName();
    }

    /** The first letter of the login name, for the round mark in the top bar. */
    public String getInitial() {
        return getLogin().isEmpty() ? "" : getLogin().substring(0, 1).toUpperCase(Locale.ROOT);
    }

    /** The person's roles in words of the page's language. */
    public String getRoleNames() {
        FacesContext context = FacesContext.getCurrentInstance();
        ResourceBundle texts = context.getApplication().getResourceBundle(context, "msg");
        return ROLES.stream()
                .filter(request::isUserInRole)
                .map(role -> texts.getString("role." + role))
                .collect(Collectors.joining(", "));
    }

    /** Whether the person runs the Key Manager: sets it up, unlocks, stops and starts it, chooses formats. */
    public boolean isKeyManagerAdministrator() {
        return request.isUserInRole("km-admin");
    }

    /** Whether the person enables and revokes mailboxes. */
    public boolean isMailboxAdministrator() {
        return request.isUserInRole("mailbox-admin");
    }

    /** Whether the person checks others: reads the audit trail and fetches released keys. */
    public boolean isAuditor() {
        return request.isUserInRole("auditor");
    }

    /** Whether the person agrees to requests for keys out of escrow. */
    public boolean isRecoveryOfficer() {
        return request.isUserInRole("recovery-officer");
    }

    /** Whether the person sees who asked for keys out of escrow. */
    public boolean isRecoveryReader() {
        return isRecoveryOfficer() || isJobAdministrator() || isAuditReader();
    }

    /** Whether the person may read the audit trail. */
    public boolean isAuditReader() {
        return request.isUserInRole("auditor") || request.isUserInRole("km-admin");
    }

    /** Whether the person may look for certificates among all that were issued. */
    public boolean isCertificateReader() {
        return isAuditReader() || isMailboxAdministrator();
    }

    /** Whether the person may look at the accounts of partners outside. */
    public boolean isPartnerReader() {
        return isMailboxAdministrator() || isAuditor();
    }

    /** Whether the person may look at everybody's requests for approval. */
    public boolean isApprovalReader() {
        return isAuditReader() || isMailboxAdministrator() || request.isUserInRole("recovery-officer");
    }

    /** Whether the person sees everybody's jobs and not only his own. */
    public boolean isJobAdministrator() {
        return isKeyManagerAdministrator() || isMailboxAdministrator();
    }

    /**
     * Ends the session with everything that it held.
     *
     * @return where to go: the login page, which says that this worked
     * @throws ServletException when the server cannot forget the login
     */
    public String logout() throws ServletException {
        request.logout();
        FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
        return "/login.xhtml?left=true&faces-redirect=true";
    }
}
