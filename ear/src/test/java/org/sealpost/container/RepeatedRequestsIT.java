package org.sealpost.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A request that is sent again under its key is done once, whoever was too slow or lost the answer. */
@ExtendWith(ArquillianExtension.class)
class RepeatedRequestsIT {
    private static final String ADMIN = "admin";

    /** The mailbox in question, which no test of this server enrols. */
    private static final String OWNER = "layla.haddad";

    @Inject
    Rows rows;

    @Deployment
    static EnterpriseArchive application() {
        return TestedApplication.with(RepeatedRequestsIT.class, Rows.class, Https.class);
    }

    @Test
    void aTokenIsHandedOutOnceAndToldAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = handedOut();
        HttpResponse<String> first = ask(OWNER, key);
        HttpResponse<String> second = ask(OWNER, '"' + key + '"');
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body()).contains("\"token\":\"");
        assertThat(second.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(handedOut()).isEqualTo(before + 1);
        assertThat(ask(OWNER, UUID.randomUUID().toString()).body()).isNotEqualTo(first.body());
    }

    @Test
    void neitherKeyNorAnswerLiesInTheDatabaseInClear() throws Exception {
        String key = UUID.randomUUID().toString();
        String token = ask(OWNER, key).body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        assertThat(token).hasSizeBetween(20, 60);
        assertThat(rows.of("select name, mark, answer from keyed_request where answer is not null"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(token, key));
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(ask(OWNER, key).statusCode()).isEqualTo(200);
        HttpResponse<String> other = ask("nobody", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(other.body()).contains("\"code\":\"idempotency-key-used\"");
    }

    @Test
    void whatWasRefusedMayBeAskedAgainUnderItsKey() throws Exception {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(ask("nobody", key).statusCode()).isEqualTo(404);
        }
        assertThat(ask("nobody", "too short").body()).contains("\"code\":\"bad-idempotency-key\"");
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        String key = UUID.randomUUID().toString();
        int before = handedOut();
        ExecutorService callers = Executors.newFixedThreadPool(6);
        try {
            Callable<HttpResponse<String>> call = () -> ask(OWNER, key);
            Set<String> tokens = new HashSet<>();
            for (Future<HttpResponse<String>> one : callers.invokeAll(Collections.nCopies(6, call))) {
                HttpResponse<String> answer = one.get();
                if (answer.statusCode() == 200) {
                    tokens.add(answer.body());
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
                    assertThat(answer.body()).contains("\"code\":\"request-under-way\"");
                }
            }
            assertThat(tokens).hasSize(1);
            assertThat(handedOut()).isEqualTo(before + 1);
        } finally {
            callers.shutdown();
        }
    }

    private static HttpResponse<String> ask(String owner, String key) throws Exception {
        return new Https(
                        System.getProperty("sealpost.public.url"),
                        Path.of(System.getProperty("sealpost.data"), "tls.pem"))
                .postKeyed(ADMIN, "/api/v1/mailboxes/" + owner + "@corp.example/token", key);
    }

    /** How many tokens were handed out for that mailbox. */
    private int handedOut() throws Exception {
        return rows.of(
                        "select act from audit_entry where outcome = 'SUCCESS' and act in ('ENABLE', 'NEW_TOKEN')"
                                + " and subject_key like ?",
                        OWNER + "@corp.example (%")
                .size();
    }
}
