package org.sealpost.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.context.PartialViewContext;
import jakarta.faces.context.PartialViewContextWrapper;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a German reader's page as Faces knows it, with what became of it. */
final class PageStandIn extends FacesContextWrapper {
    final List<FacesMessage> messages = new ArrayList<>();
    final Map<String, Object> request = new HashMap<>();
    String login = "";
    String redirected = "";
    boolean postback;
    boolean committed;
    boolean invalid;
    int status;

    PageStandIn() {
        super(null);
    }

    void begin() {
        setCurrentInstance(this);
    }

    void end() {
        setCurrentInstance(null);
    }

    @Override
    public ExternalContext getExternalContext() {
        return new Outside();
    }

    @Override
    public @Nullable UIViewRoot getViewRoot() {
        return null;
    }

    @Override
    public boolean isPostback() {
        return postback;
    }

    @Override
    public PartialViewContext getPartialViewContext() {
        return new PartialViewContextWrapper(null) {
            @Override
            public boolean isAjaxRequest() {
                return false;
            }
        };
    }

    @Override
    public void addMessage(@Nullable String field, FacesMessage message) {
        messages.add(message);
    }

    @Override
    public void validationFailed() {
        invalid = true;
    }

    @Override
    public void responseComplete() {}

    private final class Outside extends ExternalContextWrapper {
        Outside() {
            super(null);
        }

        @Override
        public Locale getRequestLocale() {
            return Locale.GERMAN;
        }

        @Override
        public Map<String, Object> getRequestMap() {
            return request;
        }

        @Override
        public String getRequestServletPath() {
            return "/mailbox/inbox.xhtml";
        }

        @Override
        public String getRequestContextPath() {
            return "";
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return login.isEmpty() ? null : () -> login;
        }

        @Override
        public void redirect(String address) {
            redirected = address;
        }

        @Override
        public boolean isResponseCommitted() {
            return committed;
        }

        @Override
        public void responseReset() {
            messages.clear();
        }

        @Override
        public void responseSendError(int code, String message) {
            status = code;
        }
    }
}
