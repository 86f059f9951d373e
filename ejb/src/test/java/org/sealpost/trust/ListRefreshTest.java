package org.sealpost.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.Databases;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.model.Act;
import org.sealpost.model.AuthorityUntrusted;
import org.sealpost.model.ListFetching;
import org.sealpost.pki.BadListAddress;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.ListAddress;
import org.sealpost.pki.UnusableList;

/** Lists come over the network only as far as an administrator allows, and whoever answers cannot harm by it. */
class ListRefreshTest {
    private final HttpServer server = listen();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpHandler answer = exchange -> exchange.sendResponseHeaders(404, -1);

    private HttpServer listen() {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            listening.setExecutor(Executors.newCachedThreadPool());
            listening.createContext("/", exchange -> {
                asked.incrementAndGet();
                answer.handle(exchange);
                exchange.close();
            });
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ca.crl";
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aListIsFetchedWhenItIsAllowedAndDue(Databases database) {
        try (TrustOffice desk = new TrustOffice(database)) {
            long id = desk.trusted();
            Instant now = desk.office.clock.instant();
            answer = exchange -> send(exchange, desk.partner.list(now));
            refresh(desk);
            assertThat(asked).hasValue(0);
            desk.run(() -> desk.service.allowFetching(id, address()));
            refresh(desk);
            refresh(desk);
            assertThat(asked).hasValue(1);
            assertThat(desk.only().list().standing().orElseThrow().fetched()).isTrue();
            desk.office.clock.pass(ListRefresh.INTERVAL.plusSeconds(1));
            refresh(desk);
            assertThat(asked).hasValue(2);
            assertThat(desk.office.log())
                    .filteredOn(said -> said.act() == Act.TAKE_AUTHORITY_LIST)
                    .hasSize(1);
            desk.run(() -> desk.service.forbidFetching(id));
            desk.office.clock.pass(Duration.ofDays(1));
            refresh(desk);
            assertThat(asked).hasValue(2);
            assertThat(desk.only().list().standing()).isPresent();
            assertThatThrownBy(() -> desk.run(() -> desk.service.fetchNow(id))).isInstanceOf(FetchingNotAllowed.class);
        }
    }

    private static void refresh(TrustOffice desk) {
        desk.run(() -> desk.office.get(ListRefresh.class).refresh());
    }

    @Test
    void aFailureIsPutOnRecordAndTheListBeforeStays() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            long id = desk.trusted();
            Instant now = desk.office.clock.instant();
            desk.run(() -> desk.service.upload(id, desk.partner.list(now)));
            desk.run(() -> desk.service.allowFetching(id, address()));
            refresh(desk);
            ListFetching fetching = desk.only().list().fetching().orElseThrow();
            assertThat(fetching.failure()).contains("list-not-fetched", "HTTP 404");
            assertThat(fetching.tried()).isEqualTo(now);
            assertThat(desk.only().list().standing().orElseThrow().fetched()).isFalse();
            answer = exchange -> send(exchange, desk.partner("Partner").list(now));
            desk.office.clock.pass(Duration.ofHours(2));
            refresh(desk);
            assertThat(desk.only().list().fetching().orElseThrow().failure()).contains("list-by-somebody-else");
        }
    }

    @Test
    void onlyPlainHttpIsAllowedAndOnlyForWhoIsTrusted() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            long id = desk.trusted();
            for (String bad : new String[] {"https://a.example/x", "file:///etc/passwd", "", "x"}) {
                assertThatThrownBy(() -> desk.run(() -> desk.service.allowFetching(id, bad)))
                        .isInstanceOf(BadListAddress.class);
            }
            desk.run(() -> desk.service.allowFetching(id, address()));
            desk.run(() -> desk.service.untrust(id, "broken"));
            refresh(desk);
            assertThat(asked).hasValue(0);
            assertThatThrownBy(() -> desk.run(() -> desk.service.allowFetching(id, address())))
                    .isInstanceOf(AuthorityUntrusted.class);
        }
    }

    private byte[] fetch(Duration patience) {
        return new ListClient(patience).fetch(ListAddress.parse(address()));
    }

    @Test
    void noRedirectionIsFollowed() {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        };
        assertThatThrownBy(() -> fetch(Duration.ofSeconds(9))).hasMessageContaining("HTTP 302");
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEndlessAnswerIsGivenUp() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[64 * 1024];
            try (OutputStream out = exchange.getResponseBody()) {
                for (long sent = 0; sent < 20L * ForeignList.LARGEST; sent += some.length) {
                    out.write(some);
                }
            }
        };
        assertThatThrownBy(() -> fetch(Duration.ofSeconds(30)))
                .isInstanceOf(ListNotFetched.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void anAnswerThatDripsIsGivenUp() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 600; i++) {
                    out.write(1);
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> fetch(Duration.ofSeconds(1)))
                .isInstanceOf(ListNotFetched.class)
                .hasMessageContaining("within 1 s");
    }

    @Test
    void nobodyListening() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new ListClient().fetch(ListAddress.parse("http://127.0.0.1:" + free + "/")))
                .isInstanceOf(ListNotFetched.class);
    }

    @Test
    void whatIsNotTheAuthoritysListIsNeverKept() {
        try (TrustOffice desk = new TrustOffice(Databases.H2)) {
            long id = desk.trusted();
            desk.run(() -> desk.service.allowFetching(id, address()));
            answer = exchange -> send(exchange, desk.partner("Partner").list(desk.office.clock.instant()));
            assertThatThrownBy(() -> desk.run(() -> desk.service.fetchNow(id))).isInstanceOf(UnusableList.class);
            answer = exchange -> send(exchange, new byte[0]);
            assertThatThrownBy(() -> desk.run(() -> desk.service.fetchNow(id))).isInstanceOf(BadEncoding.class);
            assertThat(desk.only().list().standing()).isEmpty();
        }
    }
}
