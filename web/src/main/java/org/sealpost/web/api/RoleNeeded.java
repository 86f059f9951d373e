package org.sealpost.web.api;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.RefusedCalls;
import org.sealpost.web.Refusals;

/**
 * Refuses a request whose caller has none of the resource's roles, before anything of it is read, and records that. The
 * beans behind the resource would refuse as well, but only after the request was understood.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION - 1)
public class RoleNeeded implements ContainerRequestFilter {

    @Context
    ResourceInfo resource;

    @Inject
    AuditLog audit;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!mayCall(resource, request.getSecurityContext()::isUserInRole)) {
            audit.failure(
                    RefusedCalls.act(resource.getResourceMethod()),
                    request.getMethod() + " " + request.getUriInfo().getPath(),
                    RefusedCalls.NOT_ALLOWED);
            Locale language = RefusalProblems.language(request.getAcceptableLanguages());
            request.abortWith(Problem.of(new Refusals(language).ofStatus(403)));
        }
    }

    /** What the method says counts before what its class says; where neither says anything, nobody may. */
    static boolean mayCall(ResourceInfo resource, Predicate<String> hasRole) {
        for (AnnotatedElement place : List.of(resource.getResourceMethod(), resource.getResourceClass())) {
            RolesAllowed roles = place.getAnnotation(RolesAllowed.class);
            if (roles != null) {
                return Stream.of(roles.value()).anyMatch(hasRole);
            }
            if (place.isAnnotationPresent(PermitAll.class)) {
                return true;
            }
        }
        return false;
    }
}
