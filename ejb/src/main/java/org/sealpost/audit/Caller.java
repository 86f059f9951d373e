package org.sealpost.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.Principal;

/** Who calls: the login name, or {@code system} for what the server does by itself. */
@Dependent
public class Caller {
    /** Name in the audit log for acts without a login. */
    public static final String SYSTEM = "system";

    private static final String NOBODY = "anonymous";

    private final Principal principal;

    @Inject
    public Caller(Principal principal) {
        this.principal = principal;
    }

    /** The login name of whoever called the service. */
    public String name() {
        String name = principal.getName();
        return name == null || name.isEmpty() || name.equals(NOBODY) ? SYSTEM : name;
    }
}
