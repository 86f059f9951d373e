package org.sealpost.client.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.Passphrase;

/** Answers that come whole, or break off in the middle. */
class ExchangeTest {
    private static final int PROMISED = 200_000;

    private HttpServer server;
    private KeyManagerClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/whole", exchange -> answer(exchange, 200, PROMISED));
        server.createContext("/api/v1/half", exchange -> answer(exchange, 200, PROMISED / 2));
        server.createContext("/api/v1/refused", exchange -> answer(exchange, 503, PROMISED / 2));
        server.start();
        client = client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void whatComesWholeIsSavedWhole() throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        client.save("whole", saved);
        assertThat(saved.toByteArray()).isEqualTo(new byte[PROMISED]).isEqualTo(client.octets("whole"));
    }

    @Test
    void aServerThatBreaksOffIsOneThatCannotBeReached() {
        assertUnreachable(() -> client.octets("half"));
        assertUnreachable(() -> client.save("half", OutputStream.nullOutputStream()));
        assertUnreachable(() -> client.save("refused", OutputStream.nullOutputStream()));
        server.stop(0);
        assertUnreachable(() -> client.save("whole", OutputStream.nullOutputStream()));
    }

    @Test
    void aDiskThatIsFullIsNotTheServersFault() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> client.save("whole", full))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> client.post("whole", Path.of("nothing"), "text/csv"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("nothing");
    }

    private static void assertUnreachable(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ServerUnreachable.class, e -> assertThat(e.code())
                .isEqualTo("server-unreachable"));
    }

    private KeyManagerClient client() {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort());
        Login login = new Login.Basic("alice", Passphrase.copyOf("alice sample"));
        return new KeyManagerClient(new Connection(address, null, login, Locale.ENGLISH));
    }

    private static void answer(HttpExchange exchange, int status, int octets) throws IOException {
        exchange.sendResponseHeaders(status, PROMISED);
        exchange.getResponseBody().write(new byte[octets]);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
