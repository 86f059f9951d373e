package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sealpost.container.Https;

/**
 * Tests that are made from the description of the interface, one for each operation: that it is the server's own, and that
 * whatever is asked, refusals included, is answered as it says. Nothing is asked that would change anything.
 */
@ExtendWith(SharedServer.Giver.class)
class ContractIT {
    private static final Map<String, String> WHO = Map.of(
            "user",
            "alice",
            "km-admin",
            "admin",
            "mailbox-admin",
            "admin",
            "auditor",
            "auditor",
            "recovery-officer",
            "officer1");
    private static final String JSON = "application/json";
    private static final int TOO_MANY = 429;

    private final Https https;
    private final Contract contract = Contract.checkedIn();

    ContractIT(SharedServer shared) throws GeneralSecurityException, IOException {
        https = new Https(shared.server().url(), shared.server().certificate());
    }

    @Test
    void theDocumentIsValidAndTheServersOwn() throws Exception {
        assertThat(contract.faults()).isEmpty();
        HttpResponse<String> served = https.send(https.begin("/openapi").build());
        assertThat(served.statusCode()).isEqualTo(200);
        Path copy = Files.writeString(Path.of("target/openapi-served.yaml"), served.body());
        assertThat(Contract.tree(served.body()))
                .as("%s and %s", copy, Contract.file())
                .isEqualTo(Contract.tree(Files.readString(Contract.file())));
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsAnsweredWithoutALogin() {
        return each(
                promise -> true,
                promise -> answered(promise, 401, "", promise.takes().orElse(JSON), "{}"));
    }

    @TestFactory
    Stream<DynamicTest> whoHasNotTheRoleIsRefused() {
        return each(
                promise -> !promise.roles().contains("user"),
                promise -> answered(promise, 403, "alice", promise.takes().orElse(JSON), "{}"));
    }

    @TestFactory
    Stream<DynamicTest> aBodyOfAnotherKindIsRefused() {
        return each(
                promise -> promise.takes().isPresent(),
                promise -> answered(promise, 415, caller(promise), "text/x-strange", "hello"));
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatIsBrokenOrOfAnotherFormIsRefused() {
        return each(promise -> promise.takes().filter(JSON::equals).isPresent(), promise -> {
            answered(promise, 400, caller(promise), JSON, "{\"broken");
            answered(promise, 400, caller(promise), JSON, "\"another form\"");
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsReadHasTheFormThatWasPromised() {
        return each(promise -> promise.method().name().equals("GET"), promise -> {
            HttpResponse<String> answer = ask(promise, caller(promise), JSON, "");
            assertThat(contract.broken(promise, answer)).as(answer.body()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "mailboxes?state=, enabled",
        "certificates?state=, revoked",
        "authorities?state=, trusted",
        "partners?state=, valid"
    })
    void aNameThatThereIsNotIsRefusedAndCapitalsDoNotMatter(String list, String name) throws Exception {
        String path = "/api/v1/" + list;
        assertThat(https.get("admin", path + name).statusCode()).isEqualTo(200);
        assertThat(https.get("admin", path + name.toUpperCase(Locale.ROOT)).statusCode())
                .isEqualTo(200);
        assertThat(https.get("admin", path + name + "x").statusCode()).isEqualTo(400);
    }

    @Test
    void aValueThatDoesNotKeepItsLimitsIsAProblemToo() throws Exception {
        HttpResponse<String> answer = https.send(
                https.request("admin", "/api/v1/authorities/1").DELETE().build());
        assertThat(answer.statusCode()).as("a reason is missing").isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"invalid\"");
    }

    private interface Check {
        void of(Contract.Promise promise) throws Exception;
    }

    private Stream<DynamicTest> each(Predicate<Contract.Promise> which, Check check) {
        return contract.promises()
                .filter(which)
                .map(promise -> DynamicTest.dynamicTest(promise.name(), () -> check.of(promise)));
    }

    private static String caller(Contract.Promise promise) {
        return promise.roles().stream().map(WHO::get).findFirst().orElseThrow();
    }

    private void answered(Contract.Promise promise, int status, String login, String type, String body)
            throws Exception {
        HttpResponse<String> answer = ask(promise, login, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(contract.broken(promise, answer)).as(answer.body()).isEmpty();
    }

    /** Whoever asks so much at once may be told to wait. */
    private HttpResponse<String> ask(Contract.Promise promise, String login, String type, String body)
            throws Exception {
        BodyPublisher content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder begun =
                login.isEmpty() ? https.begin(promise.sample()) : https.request(login, promise.sample());
        HttpRequest request = begun.header("Content-Type", type)
                .header("Accept", "*/*")
                .method(promise.method().name(), content)
                .build();
        HttpResponse<String> answer = https.send(request);
        while (answer.statusCode() == TOO_MANY) {
            Thread.sleep(
                    1000L * answer.headers().firstValueAsLong("Retry-After").orElse(1));
            answer = https.send(request);
        }
        return answer;
    }
}
