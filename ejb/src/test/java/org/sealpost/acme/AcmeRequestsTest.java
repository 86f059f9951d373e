package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.acme.AcmePath.Kind;
import org.sealpost.pki.KeyType;

/** Who has signed what, where to, and how often it counts. */
class AcmeRequestsTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static void refused(ThrowingCallable request, AcmeProblem problem) {
        assertThatThrownBy(request).isInstanceOfSatisfying(AcmeRefused.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    @ParameterizedTest
    @CsvSource({"EC_P256, ES256", "EC_P384, ES384", "RSA_2048, RS256", "RSA_4096, RS256"})
    void keysOfTheseKindsOpenAccounts(KeyType type, String algorithm) {
        Partner ann = new Partner(office, type, algorithm).open();
        AcmeAnswer.Account again = (AcmeAnswer.Account) ann.post(Kind.NEW_ACCOUNT, "", "{\"onlyReturnExisting\":true}");
        assertThat(again.id()).isEqualTo(ann.account());
        assertThat(again.created()).isFalse();
        assertThat(ann.post(Kind.ACCOUNT, ann.account(), "")).isEqualTo(again);
    }

    static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("another address", AcmeProblem.UNAUTHORIZED, set("url", "https://elsewhere.example/")),
                Arguments.of("a nonce of one's own", AcmeProblem.BAD_NONCE, set("nonce", "bm9uY2U")),
                Arguments.of("an account elsewhere", AcmeProblem.ACCOUNT_DOES_NOT_EXIST, set("kid", "https://x/1")),
                Arguments.of("an extension", AcmeProblem.MALFORMED, set("crit", "x")),
                Arguments.of("key and account", AcmeProblem.MALFORMED, (Consumer<JsonWebSignature>) header ->
                        header.getHeaders().setJwkHeaderValue("jwk", Partner.jwk(Partner.pair(KeyType.EC_P256)))));
    }

    private static Consumer<JsonWebSignature> set(String name, String value) {
        return header -> header.setHeader(name, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("headers")
    void aHeaderThatIsNotRightIsRefused(String what, AcmeProblem problem, Consumer<JsonWebSignature> change) {
        Partner ann = new Partner(office).open();
        String request = ann.request(Kind.ORDERS, ann.account(), "", change);
        refused(() -> office.post(new AcmePath(Kind.ORDERS, ann.account()), request), problem);
    }

    @Test
    void aRequestCountsOnceAndNotForLong() {
        Partner ann = new Partner(office).open();
        AcmePath path = new AcmePath(Kind.ORDERS, ann.account());
        String once = ann.request(Kind.ORDERS, ann.account(), "", header -> {});
        office.post(path, once);
        refused(() -> office.post(path, once), AcmeProblem.BAD_NONCE);
        String late = ann.request(Kind.ORDERS, ann.account(), "", header -> {});
        office.clock.pass(Nonces.LIFETIME.plus(Duration.ofSeconds(1)));
        refused(() -> office.post(path, late), AcmeProblem.BAD_NONCE);
    }

    @Test
    void oldNoncesGiveWay() {
        String first = office.service().nonce();
        for (int i = 0; i < Nonces.MOST; i++) {
            office.service().nonce();
        }
        assertThat(office.get(Nonces.class).take(first)).isFalse();
    }

    @Test
    void nobodySignsForAnother() {
        Partner ann = new Partner(office).open();
        KeyPair own = ann.pair();
        ann.use(Partner.pair(KeyType.EC_P256));
        refused(() -> ann.post(Kind.ORDERS, ann.account(), ""), AcmeProblem.UNAUTHORIZED);
        ann.use(own);
        String request = ann.request(Kind.ACCOUNT, ann.account(), "{\"contact\":[]}", header -> {});
        String changed = request.replace(
                Partner.base64("{\"contact\":[]}".getBytes(StandardCharsets.UTF_8)),
                Partner.base64("{\"contact\":{}}".getBytes(StandardCharsets.UTF_8)));
        assertThat(changed).isNotEqualTo(request);
        refused(() -> office.post(new AcmePath(Kind.ACCOUNT, ann.account()), changed), AcmeProblem.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"protected\":1,\"payload\":\"\",\"signature\":\"\"}",
                "{\"protected\":\"e30\",\"payload\":\"\",\"signature\":\"\"}",
                "{\"protected\":\"!\",\"payload\":\"\",\"signature\":\"\"}",
                "{\"protected\":\"e30=\",\"payload\":\"\",\"signature\":\"\"}",
                "{\"payload\":\"\",\"signatures\":[]}",
                "{\"protected\":\"e30\",\"payload\":\"\",\"signature\":\"\",\"header\":{}}"
            })
    void whatIsNoSignedRequestIsRefused(String body) {
        refused(() -> office.post(new AcmePath(Kind.NEW_ACCOUNT, ""), body), AcmeProblem.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS1", "PS256", "EdDSA", ""})
    void algorithmsAreFew(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"x\",\"nonce\":\"x\",\"url\":\"x\"}";
        String body = "{\"protected\":\""
                + Partner.base64(header.getBytes(StandardCharsets.UTF_8))
                + "\",\"payload\":\"\",\"signature\":\"\"}";
        refused(() -> office.post(new AcmePath(Kind.NEW_ORDER, ""), body), AcmeProblem.BAD_SIGNATURE_ALGORITHM);
    }

    @Test
    void aKeyWithItsPrivateHalfOrOfAnotherKindIsRefused() {
        for (Map<String, Object> jwk : List.<Map<String, Object>>of(
                Map.of("kty", "oct", "k", "AAAA"),
                Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB"),
                Map.of("kty", "EC", "crv", "P-256", "x", "AQ", "y", "AQ"),
                Map.of("kty", "EC", "crv", "P-256", "x", "AQ", "y", "AQ", "d", "AQ"),
                Map.of("kty", "OKP", "crv", "Ed25519", "x", "AQ"),
                Map.of())) {
            refused(() -> AccountKey.of(jwk), AcmeProblem.BAD_PUBLIC_KEY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "new-account, NEW_ACCOUNT, ''",
        "account/a-B_1, ACCOUNT, a-B_1",
        "account/a/orders, ORDERS, a",
        "order/a/finalize, FINALIZATION, a",
        "order/a, ORDER, a",
        "cert/0a, CERTIFICATE, 0a",
        "authz/a, AUTHORIZATION, a",
        "challenge/a, CHALLENGE, a"
    })
    void addressesAreRead(String rest, Kind kind, String id) {
        assertThat(AcmePath.find(rest)).contains(new AcmePath(kind, id));
        assertThat(kind.path(id)).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "account", "account/", "account/a/b", "order/a/finalize/", "../x", "order/a%2f", "directory"
            })
    void elsewhereThereIsNothing(String rest) {
        assertThat(AcmePath.find(rest)).isEmpty();
    }
}
