package org.sealpost.web.api;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * As {@link RefusalProblems}, for what does not keep the limits of a value: the server brings a mapper of its own for that,
 * nearer to the exception than ours for everything, and its answer is no problem of RFC 9457.
 */
@Provider
public class InvalidProblems implements ExceptionMapper<ValidationException> {

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(ValidationException failure) {
        return RefusalProblems.problem(failure, headers.getAcceptableLanguages());
    }
}
