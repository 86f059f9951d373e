package org.sealpost.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.protocol.Unavailable;

class RefusalMessagesTest {
    private final PageStandIn page = new PageStandIn();
    private final Failures failures = new Failures();
    private final RefusalMessages handler = new RefusalMessages(failures);

    @BeforeEach
    void open() {
        page.begin();
    }

    @AfterEach
    void close() {
        page.end();
    }

    @Test
    void aForeseenFailureOfAnActIsSaidOnThePageInTheReadersLanguage() {
        page.postback = true;
        fail(new Locked(), PhaseId.INVOKE_APPLICATION);

        assertThat(page.messages).singleElement().satisfies(message -> {
            assertThat(message.getSeverity()).isEqualTo(FacesMessage.SEVERITY_ERROR);
            assertThat(message.getSummary()).isEqualTo("Der Key Manager ist noch nicht eingerichtet.");
            assertThat(message.getDetail()).isNotBlank();
        });
        assertThat(page.invalid).isTrue();
        assertThat(failures.events).isEmpty();
        assertThat(failures.handled).isEqualTo(1);
    }

    @Test
    void anUnforeseenFailureIsLeftToTheErrorPageWithItsWords() {
        fail(new IllegalStateException("boom"), PhaseId.INVOKE_APPLICATION);

        assertThat(page.messages).isEmpty();
        assertThat(failures.events).hasSize(1);
        assertThat(page.request.get(RefusalMessages.ATTRIBUTE)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.unforeseen()).isTrue();
            assertThat(refusal.cause()).doesNotContain("boom");
        });
    }

    @Test
    void whoMayNotSeeAPageGetsTheErrorPageAndWhoMayNotActIsToldOnThePage() {
        fail(new EJBAccessException(), PhaseId.INVOKE_APPLICATION);
        assertThat(page.status).isEqualTo(403);
        assertThat(page.messages).isEmpty();

        page.postback = true;
        fail(new EJBAccessException(), PhaseId.INVOKE_APPLICATION);
        assertThat(page.messages).hasSize(1);
    }

    @Test
    void whatFailsWhileThePageIsWrittenBecomesAnErrorPageUnlessHalfOfItIsOut() {
        fail(new Locked(), PhaseId.RENDER_RESPONSE);
        assertThat(page.status).isEqualTo(503);
        assertThat(failures.events).isEmpty();

        page.status = 0;
        page.committed = true;
        fail(new Locked(), PhaseId.RENDER_RESPONSE);
        assertThat(page.status).isZero();
        assertThat(failures.events).hasSize(1);
    }

    @Test
    void whosePageHasExpiredStartsItAgainAndWhoseLoginHasLogsInAgain() {
        page.login = "alice";
        fail(new IllegalStateException(new ViewExpiredException("gone", "/mailbox/inbox.xhtml")), PhaseId.RESTORE_VIEW);
        assertThat(page.redirected).isEqualTo("/mailbox/inbox.xhtml");

        page.login = "";
        fail(new ViewExpiredException("gone", "/mailbox/inbox.xhtml"), PhaseId.RESTORE_VIEW);
        assertThat(page.redirected).isEqualTo("/login.xhtml?expired=true");
        assertThat(failures.events).isEmpty();
    }

    private void fail(Throwable failure, PhaseId phase) {
        failures.events.clear();
        failures.events.add(new ExceptionQueuedEvent(new ExceptionQueuedEventContext(page, failure, null, phase)));
        handler.handle();
    }

    /** What Faces has collected, and what it would do with the rest. */
    private static final class Failures extends ExceptionHandlerWrapper {
        final List<ExceptionQueuedEvent> events = new ArrayList<>();
        int handled;

        Failures() {
            super(null);
        }

        @Override
        public Iterable<ExceptionQueuedEvent> getUnhandledExceptionQueuedEvents() {
            return events;
        }

        @Override
        public void handle() {
            handled++;
        }
    }

    private static final class Locked extends Unavailable {
        private static final long serialVersionUID = 1L;

        Locked() {
            super("key-manager-not-set-up");
        }
    }
}
