package org.sealpost.web;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import org.primefaces.PrimeFaces;
import org.sealpost.stepup.StepUpNeeded;

/**
 * Shows a foreseen failure as a message on the page that caused it, with cause and next step. A page whose state is gone
 * leads back to itself or to the login; a failure while a page is being written becomes an error page; what nobody
 * foresaw goes on to Faces, which logs it.
 */
public final class RefusalMessages extends ExceptionHandlerWrapper {

    /** Request attribute under which an error page finds the {@link Refusal}. */
    static final String ATTRIBUTE = "refusal";

    RefusalMessages(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            ExceptionQueuedEventContext event = events.next().getContext();
            if (settled(context, event)) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private boolean settled(FacesContext context, ExceptionQueuedEventContext event) {
        Throwable failure = event.getException();
        if (expired(failure)) {
            startAgain(context);
            return true;
        }
        Locale locale = context.getExternalContext().getRequestLocale();
        Refusal refusal = new Refusals(
                        context.getViewRoot() == null
                                ? locale
                                : context.getViewRoot().getLocale())
                .of(failure);
        context.getExternalContext().getRequestMap().put(ATTRIBUTE, refusal);
        if (refusal.unforeseen()) {
            return false;
        }
        if (refusal.code().equals(StepUpNeeded.CODE)
                && context.getPartialViewContext().isAjaxRequest()) {
            askForPassword(context);
            return true;
        }
        if (PhaseId.RENDER_RESPONSE.equals(event.getPhaseId()) || refusal.status() == 403 && !context.isPostback()) {
            return errorPage(context, refusal);
        }
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal.cause(), refusal.next()));
        context.validationFailed();
        return true;
    }

    /** Leaves the page as it is, with everything that was typed: it opens the question and then does the same again. */
    private static void askForPassword(FacesContext context) {
        context.getPartialViewContext().getRenderIds().clear();
        context.getPartialViewContext().setRenderAll(false);
        PrimeFaces.current().ajax().addCallbackParam("stepUp", true);
        context.validationFailed();
    }

    private static boolean expired(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                return true;
            }
        }
        return false;
    }

    private static void startAgain(FacesContext context) {
        ExternalContext external = context.getExternalContext();
        String page = external.getRequestServletPath();
        boolean left = external.getUserPrincipal() == null || page.startsWith("/login");
        redirect(context, external.getRequestContextPath() + (left ? "/login.xhtml?expired=true" : page));
    }

    private static void redirect(FacesContext context, String address) {
        try {
            context.getExternalContext().redirect(address);
            context.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A half-written Ajax answer cannot become a page: then Faces tells the browser, which asks for the page itself. */
    private static boolean errorPage(FacesContext context, Refusal refusal) {
        ExternalContext external = context.getExternalContext();
        if (external.isResponseCommitted() || context.getPartialViewContext().isAjaxRequest()) {
            return false;
        }
        try {
            external.responseReset();
            external.responseSendError(refusal.status(), refusal.code());
            context.responseComplete();
            return true;
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }
}
