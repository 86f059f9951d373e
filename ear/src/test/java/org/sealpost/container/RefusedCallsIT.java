package org.sealpost.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.audit.AuditService;
import org.sealpost.directory.Directory;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.lock.KeyManagerState;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.MailboxId;

/** Who lacks the role is refused by beans, requests and pages alike, and each refusal leaves exactly one entry. */
@ExtendWith(ArquillianExtension.class)
class RefusedCallsIT {
    @Inject
    EnablementService enablement;

    @Inject
    KeyManagerService keyManager;

    @Inject
    AuditService audit;

    @Inject
    Directory directory;

    @Inject
    Rows rows;

    @Deployment
    static EnterpriseArchive application() {
        return TestedApplication.with(RefusedCallsIT.class, Login.class, Rows.class, Https.class);
    }

    @Test
    void enablingNeedsItsRole() throws Exception {
        MailboxId haddad = directory.byLogin("haddad").orElseThrow().id();
        String state = "select state, version from mailbox where id = ?";
        List<String> before = rows.of(state, haddad.value());
        Login frank = Login.of("frank");
        assertThatThrownBy(() -> frank.call(() -> enablement.enable(haddad))).isInstanceOf(EJBAccessException.class);
        assertThat(entries("frank")).containsExactly("ENABLE FAILURE " + haddad.value() + " not-allowed");
        assertThat(rows.of(state, haddad.value())).isEqualTo(before);
    }

    @Test
    void stoppingTheKeyManagerNeedsItsRole() throws Exception {
        Login grace = Login.of("grace");
        assertThatThrownBy(() -> grace.call(() -> {
                    keyManager.stop();
                    return true;
                }))
                .isInstanceOf(EJBAccessException.class);
        assertThat(entries("grace")).containsExactly("STOP FAILURE KeyManagerService.stop not-allowed");
        assertThat(keyManager.status().state()).isEqualTo(KeyManagerState.RUNNING);
    }

    @Test
    void readingTheLogNeedsItsRole() throws Exception {
        Login officer = Login.of("officer1");
        assertThatThrownBy(() -> officer.call(() -> audit.page(AuditQuery.ALL, Optional.empty(), 10)))
                .isInstanceOf(EJBAccessException.class);
        assertThat(entries("officer1")).containsOnlyOnce("ACCESS FAILURE AuditService.page not-allowed");
        Login auditor = Login.of("auditor");
        assertThat(auditor.call(() -> audit.page(AuditQuery.ALL, Optional.empty(), 10))
                        .rows())
                .isNotEmpty();
    }

    @Test
    void aProgramIsToldByAProblem() throws Exception {
        HttpResponse<String> answer = https().post("obrien", "/api/v1/mailboxes/bob@corp.example/token", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not-allowed\"");
        assertThat(entries("obrien"))
                .containsExactly("ENABLE FAILURE POST /mailboxes/bob@corp.example/token not-allowed");
    }

    @Test
    void aProgramIsToldBeforeItsRequestIsRead() throws Exception {
        HttpResponse<String> answer = https().post("soehne", "/api/v1/key-manager/unlock", "{\"password\": broken");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(entries("soehne")).containsExactly("UNLOCK FAILURE POST /key-manager/unlock not-allowed");
    }

    @Test
    void whereNoBearerTokensAreTakenOneIsNoLogin() throws Exception {
        HttpResponse<String> answer = https().send(https().begin("/api/v1/mailbox")
                .header("Authorization", "Bearer eyJhbGciOiJub25lIn0.eyJwcmVmZXJyZWRfdXNlcm5hbWUiOiJhZG1pbiJ9.")
                .build());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Sealpost\", charset=\"UTF-8\"");
        assertThat(answer.body()).contains("\"code\":\"http-401\"");
    }

    @Test
    void aPageThatIsNotForTheRoleSaysSo() throws Exception {
        HttpResponse<String> answer = https().get("tanaka", "/console/audit.xhtml");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Not for your role");
        assertThat(entries("tanaka")).containsExactly("ACCESS FAILURE GET /console/audit.xhtml not-allowed");
    }

    @Test
    void whoeverHasTheRoleIsServedAndLeavesNoRefusal() throws Exception {
        assertThat(https().get("auditor", "/console/audit.xhtml").statusCode()).isEqualTo(200);
        assertThat(https().get("admin", "/api/v1/mailboxes").statusCode()).isEqualTo(200);
        assertThat(entries("auditor")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home.xhtml", "/mailbox/inbox.xhtml", "/mailbox/compose.xhtml", "/console/jobs.xhtml"})
    void pagesForEverybodyAskForNothingThatIsNot(String page) throws Exception {
        assertThat(https().get("haddad", page).statusCode()).isEqualTo(200);
        assertThat(entries("haddad")).isEmpty();
    }

    @Test
    void aGroupInAGroupGivesItsRole() throws Exception {
        assertThat(Login.of("officer1").roles()).containsExactly("recovery-officer", "user");
        assertThat(Login.of("officer3").roles()).contains("recovery-officer", "user");
        assertThat(Login.of("alice").roles()).containsExactly("user");
    }

    private static Https https() throws Exception {
        return new Https(
                System.getProperty("sealpost.public.url"), Path.of(System.getProperty("sealpost.data"), "tls.pem"));
    }

    private List<String> entries(String actor) throws Exception {
        return rows.of(
                "select act, outcome, subject, details from audit_entry where actor = ? order by entry_number", actor);
    }
}
