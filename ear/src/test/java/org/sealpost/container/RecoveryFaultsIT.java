package org.sealpost.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.approval.Approvals;
import org.sealpost.epf.WrongPassword;
import org.sealpost.model.RevocationCause;
import org.sealpost.recovery.OfficerRevoked;
import org.sealpost.revocation.Revocation;
import org.sealpost.revocation.RevocationService;

/** What goes wrong between officers inside the server: each fault opens nothing and leaves its entry. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryFaultsIT {
    @Inject
    RecoveryStaff staff;

    @Inject
    RevocationService revocation;

    @Inject
    Approvals approvals;

    @Inject
    Rows rows;

    @Deployment
    static EnterpriseArchive application() {
        return TestedApplication.with(
                RecoveryFaultsIT.class, RecoveryStaff.class, Login.class, Rows.class, Https.class);
    }

    @BeforeEach
    void nameOfficers() throws Exception {
        staff.nameOfficers();
    }

    @Test
    @Order(1)
    void aWrongPasswordOfAnOfficerCountsForNothingAndIsWrittenDown() throws Exception {
        long request = staff.askRecovery(RecoveryStaff.OWNER, "lost the laptop");
        int before = entries("officer1").size();
        assertThatThrownBy(() -> staff.approve("officer1", request, "not the password of the file"))
                .isInstanceOf(WrongPassword.class);
        assertThat(entries("officer1").subList(before, before + 1))
                .containsExactly("CONTRIBUTE FAILURE officer1 wrong-password []");
        assertThat(approved(request)).isEmpty();
        assertThat(contributions(request)).isZero();
        withdraw(request);
    }

    @Test
    @Order(2)
    void ofThreeWhoAgreeAtOnceTwoCountAndTheThirdIsToldAndEachIsWrittenDown() throws Exception {
        long request = staff.askRecovery(RecoveryStaff.OWNER, "lost it in the train");
        List<HttpResponse<String>> answers = atOnce(request);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .singleElement()
                .satisfies(answer -> assertThat(answer.body()).contains("wrong-approval-state"));
        assertThat(answers.stream().map(HttpResponse::body))
                .filteredOn(body -> body.contains("\"done\""))
                .hasSize(1);
        assertThat(approved(request)).hasSize(2);
        assertThat(contributions(request)).isZero();
        assertThat(about("RECOVER", "SUCCESS", "lost it in the train")).hasSize(1);
        assertThat(faults("wrong-approval-state")).hasSize(1);
    }

    @Test
    @Order(3)
    void anOfficerWhoIsRevokedInTheMiddleStopsTheOpeningAndTheLogSaysWho() throws Exception {
        long request = staff.askRecovery("officer3", "lost the stick");
        staff.approve("officer2", request, staff.password("officer2"));
        Login.of("admin").call(() -> {
            staff.prove("admin");
            return revocation.revoke(
                    staff.id("officer2"), new Revocation(RevocationCause.LEFT, Optional.empty(), "Has left"), "");
        });
        assertThatThrownBy(() -> staff.approve("officer1", request, staff.password("officer1")))
                .isInstanceOf(OfficerRevoked.class);
        assertThat(approved(request)).containsExactly("officer2");
        assertThat(faults("officer-revoked")).singleElement().satisfies(entry -> assertThat(entry)
                .startsWith("officer1 CONTRIBUTE officer-revoked ["));
        assertThat(about("RECOVER", "SUCCESS", "lost the stick")).isEmpty();
        withdraw(request);
    }

    private List<HttpResponse<String>> atOnce(long request) throws Exception {
        Https https = new Https(
                System.getProperty("sealpost.public.url"), Path.of(System.getProperty("sealpost.data"), "tls.pem"));
        String path = "/api/v1/recovery/requests/" + request + "/approvals";
        ExecutorService people = Executors.newFixedThreadPool(RecoveryStaff.OFFICERS.size());
        try {
            List<Callable<HttpResponse<String>>> all = new ArrayList<>();
            for (String officer : RecoveryStaff.OFFICERS) {
                String password = "{\"password\":\"" + staff.password(officer) + "\"}";
                all.add(() -> https.post(officer, path, password));
            }
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : people.invokeAll(all)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private void withdraw(long request) throws Exception {
        Login.of("admin").call(() -> {
            approvals.withdraw(request);
            return true;
        });
    }

    private List<String> approved(long request) throws Exception {
        return rows.of("select login from approval where request_id = " + request);
    }

    private int contributions(long request) throws Exception {
        return rows.of("select holder from opening_contribution where request = ?", Long.toString(request))
                .size();
    }

    private List<String> entries(String actor) throws Exception {
        return rows.of(
                "select act, outcome, subject, details from audit_entry where actor = ? and act = 'CONTRIBUTE'"
                        + " order by entry_number",
                actor);
    }

    private List<String> faults(String code) throws Exception {
        return rows.of(
                "select actor, act, details from audit_entry where act = 'CONTRIBUTE' and outcome = 'FAILURE'"
                        + " and details like ?",
                code + "%");
    }

    private List<String> about(String act, String outcome, String reason) throws Exception {
        return rows.of(
                "select actor, approvers from audit_entry where act = ? and outcome = ? and reason = ?",
                act,
                outcome,
                reason);
    }
}
