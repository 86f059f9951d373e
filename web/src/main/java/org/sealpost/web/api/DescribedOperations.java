package org.sealpost.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the description of each operation by what holds for all: which refusals there can be, and which roles may ask.
 * The roles are read where the server reads them, from the resource, so that the description cannot say otherwise.
 */
public class DescribedOperations implements OASFilter {

    /** Statuses of refusals: those of HTTP, then those of {@link RefusalProblems}. */
    private static final List<String> REFUSALS = List.of("400", "401", "403", "404", "406", "409", "422", "429", "503");

    /** Further ones of operations that take a body. */
    private static final List<String> REFUSALS_OF_BODIES = List.of("413", "415");

    private static final String SUFFIX = "Resource";
    private static final char BETWEEN = '_';

    @Override
    public Operation filterOperation(Operation operation) {
        REFUSALS.forEach(status -> refuses(operation, status));
        if (operation.getRequestBody() != null) {
            REFUSALS_OF_BODIES.forEach(status -> refuses(operation, status));
        }
        String[] names = operation.getOperationId().split(String.valueOf(BETWEEN), 2);
        Class<?> resource = resource(names[0]);
        Method method = method(resource, names[1]);
        if (method.getReturnType() == void.class) {
            operation.getResponses().removeAPIResponse("200");
            operation.getResponses().removeAPIResponse("201");
            operation
                    .getResponses()
                    .addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
        }
        operation.setOperationId(names[0].substring(0, names[0].length() - SUFFIX.length()) + BETWEEN + names[1]);
        for (String way : List.of(Api.LOGIN, Api.BEARER)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(way, roles(resource, method)));
        }
        return operation;
    }

    private static void refuses(Operation operation, String status) {
        APIResponse problem = OASFactory.createAPIResponse().ref(Api.PROBLEM);
        operation.getResponses().addAPIResponse(status, problem);
    }

    private static List<String> roles(Class<?> resource, Method method) {
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(RolesAllowed.class)))
                .map(allowed -> Stream.of(allowed.value()).sorted().toList())
                .orElseThrow(() -> new IllegalStateException(method + " is for nobody"));
    }

    private static Method method(Class<?> resource, String name) {
        return Stream.of(resource.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .filter(DescribedOperations::isOperation)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(resource + " has no " + name));
    }

    private static Class<?> resource(String name) {
        try {
            return Class.forName(DescribedOperations.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOperation(Method method) {
        return Stream.of(method.getAnnotations())
                .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
