package org.sealpost.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.assembly.TestClock;
import org.sealpost.settings.BearerConfiguration;
import org.sealpost.settings.BearerConfiguration.Expected;
import org.sealpost.settings.BearerConfiguration.Provider;

/** What is asked of a provider, how often, and what becomes of answers that are none. */
class BearerTokensTest {
    private static final Duration SOON = Duration.ofMillis(400);

    private final TestClock clock = new TestClock();
    private final BearerTokens tokens = new BearerTokens();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private int status = 200;
    private String answer = "";

    @TempDir
    private Path folder;

    private HttpServer provider;

    @BeforeEach
    void listen() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/introspect", this::say);
        provider.createContext("/silence", exchange -> {});
        provider.start();
        answer = active(300);
        tokens.clock = clock;
        tokens.recent = new RecentVerdicts();
        tokens.introspection = new Introspection();
        configure("/introspect");
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    private void configure(String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + path);
        Path secret = Files.writeString(folder.resolve("secret"), "s3cret:+/ä \nsecond line");
        tokens.configuration = new BearerConfiguration(Optional.of(new Provider(
                address, "seal post", secret, Optional.empty(), new Expected("issuer", "here", "preferred_username"))));
    }

    private void say(HttpExchange exchange) throws IOException {
        questions.add(exchange.getRequestMethod() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] octets = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    private String active(long seconds) {
        return "{\"active\": true, \"iss\": \"issuer\", \"aud\": \"here\", \"preferred_username\": \"alice\", \"exp\": "
                + clock.instant().plusSeconds(seconds).getEpochSecond() + "}";
    }

    @Test
    void theProviderIsAskedAsItWants() {
        assertThat(tokens.login("abc.def-1_2~3+4/5==")).contains("alice");
        assertThat(questions)
                .containsExactly(
                        "POST Basic " // seal+post:s3cret%3A%2B%2F%C3%A4
                                + "c2VhbCtwb3N0OnMzY3JldCUzQSUyQiUyRiVDMyVBNA=="
                                + " token_type_hint=access_token&token=abc.def-1_2%7E3%2B4%2F5%3D%3D");
    }

    @Test
    void itIsAskedAgainOnlyAfterSomeSeconds() {
        tokens.login("one");
        clock.pass(RecentVerdicts.KEPT.minusMillis(1));
        assertThat(tokens.login("one")).contains("alice");
        assertThat(questions).hasSize(1);
        answer = "{\"active\": false}";
        clock.pass(Duration.ofMillis(1));
        assertThat(tokens.login("one")).isEmpty();
        assertThat(tokens.login("one")).isEmpty();
        assertThat(questions).hasSize(2);
    }

    @Test
    void oneTokenSaysNothingOfAnother() {
        tokens.login("one");
        answer = "{\"active\": false}";
        assertThat(tokens.login("onf")).isEmpty();
        assertThat(tokens.login("one")).contains("alice");
    }

    @Test
    void whatIsRememberedRunsOutWithTheToken() {
        answer = active(2);
        assertThat(tokens.login("brief")).contains("alice");
        clock.pass(Duration.ofSeconds(2));
        assertThat(tokens.login("brief")).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void aClockThatIsSetBackProlongsNothing() {
        tokens.login("one");
        answer = "{\"active\": false}";
        clock.pass(Duration.ofSeconds(-1));
        assertThat(tokens.login("one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 403, 404, 500, 503})
    void whoDoesNotAnswerTheQuestionSaysNothingOfAnyToken(int other) {
        status = other;
        answer = other == 204 ? "" : active(300);
        assertThatThrownBy(() -> tokens.login("one")).isInstanceOf(ProviderUnavailable.class);
        assertThat(questions).hasSize(1);
        status = 200;
        answer = active(300);
        assertThat(tokens.login("one")).contains("alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "active", "[true]", "\"active\"", "{\"active\": true", "<html></html>"})
    void whatIsNoJsonObjectIsNoAnswer(String other) {
        answer = other;
        status = other.isEmpty() ? 204 : 200;
        assertThatThrownBy(() -> tokens.login("one")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void anAnswerOfAnyLengthOrDepthIsReadInBounds() {
        answer = "{\"active\": true, \"more\": \"" + "x".repeat(70_000) + "\"}";
        assertThatThrownBy(() -> tokens.login("one")).isInstanceOf(ProviderUnavailable.class);
        answer = "{\"active\": " + "[".repeat(60_000);
        assertThatThrownBy(() -> tokens.login("two")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void aProviderThatKeepsSilentIsNotWaitedForLong() throws IOException {
        tokens.introspection = new Introspection(SOON);
        configure("/silence");
        long begun = System.nanoTime();
        assertThatThrownBy(() -> tokens.login("one")).isInstanceOf(ProviderUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(SOON, SOON.multipliedBy(10));
    }

    @Test
    void aProviderThatIsDownIsNoReasonToLetAnybodyIn() {
        provider.stop(0);
        assertThatThrownBy(() -> tokens.login("one")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void noTokenStandsInWhatIsThrown() {
        status = 500;
        assertThatThrownBy(() -> tokens.login("the-token-itself"))
                .hasMessageNotContaining("the-token-itself")
                .hasStackTraceContaining("HTTP 500")
                .satisfies(failure -> assertThat(failure.getCause()).hasMessageNotContaining("the-token-itself"));
    }

    @Test
    void withoutAProviderThereIsNobodyToAsk() {
        tokens.configuration = new BearerConfiguration(Optional.empty());
        assertThat(tokens.taken()).isFalse();
        assertThat(tokens.login("one")).isEmpty();
        assertThat(questions).isEmpty();
    }
}
