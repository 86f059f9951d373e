package org.sealpost.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses a request to a page that announces more than any form of it takes, before a single octet of it is read. The
 * pages ask the browser to look at a file's size first; this is for whoever does not. What announces no length is cut
 * off by the server at its own limit.
 */
@WebFilter(urlPatterns = "*.xhtml")
public class RequestSize extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/error/toolarge.xhtml";

    /** Most octets of a request to a page of the mailbox: an attachment of 25 MB and room for the text. */
    static final long MAILBOX = 30L * 1024 * 1024;

    /** Most octets of a request to any other page. */
    static final long OTHER = 40L * 1024 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long most = request.getServletPath().startsWith("/mailbox/") ? MAILBOX : OTHER;
        if (request.getContentLengthLong() <= most) {
            chain.doFilter(request, response);
            return;
        }
        Refusal refusal = new Refusals(request.getLocale()).ofStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        request.setAttribute(RefusalMessages.ATTRIBUTE, refusal);
        response.setStatus(refusal.status());
        request.getRequestDispatcher(PAGE).forward(new UnreadRequest(request), response);
    }
}
