package org.sealpost.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.RefusedCalls;
import org.sealpost.model.Act;

/** Records who asked for a page that is not for his role. What a bean refused has its entry already. */
@WebFilter(urlPatterns = "/error/forbidden.xhtml", dispatcherTypes = DispatcherType.ERROR)
public class ForbiddenPages extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AuditLog audit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(RefusalMessages.ATTRIBUTE) == null) {
            String page = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
            audit.failure(Act.ACCESS, request.getMethod() + " " + page, RefusedCalls.NOT_ALLOWED);
        }
        chain.doFilter(request, response);
    }
}
