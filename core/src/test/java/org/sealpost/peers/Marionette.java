package org.sealpost.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;

/**
 * Mozilla's own remote control, which Thunderbird has too: JSON over a local port, each message with its length and a
 * colon in front. Scripts run with the rights of the program's own windows.
 */
final class Marionette implements AutoCloseable {

    private static final Gson JSON = new Gson();
    private static final int SCRIPT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private int number;

    Marionette(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(2 * SCRIPT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        read(); // it greets
        call("WebDriver:NewSession", Map.of());
        call("Marionette:SetContext", Map.of("value", "chrome"));
        call("WebDriver:SetTimeouts", Map.of("script", SCRIPT_MILLIS));
    }

    /**
     * Runs the body of an asynchronous function and waits for its end.
     *
     * @param body finds its arguments in {@code args}
     * @return what the function returns, an object
     * @throws PeerRefuses when the program asks or tells its user something instead, with its words
     */
    JsonObject run(String body, Object... arguments) throws IOException {
        String script = "const args = [...arguments], done = args.pop(); (async () => {" + body
                + "})().then(done, wrong => done({ wrong: `${wrong} ${wrong.stack}` }));";
        JsonObject value = call(
                        "WebDriver:ExecuteAsyncScript",
                        Map.of("script", script, "args", arguments, "newSandbox", false, "sandbox", "system"))
                .getAsJsonObject()
                .getAsJsonObject("value");
        if (value.has("wrong")) {
            throw new IllegalStateException(value.get("wrong").getAsString());
        }
        return value;
    }

    private JsonElement call(String command, Map<String, ?> parameters) throws IOException {
        byte[] message =
                JSON.toJson(new Object[] {0, ++number, command, parameters}).getBytes(UTF_8);
        socket.getOutputStream().write((message.length + ":").getBytes(UTF_8));
        socket.getOutputStream().write(message);
        JsonArray answer = read().getAsJsonArray();
        if (answer.get(2).isJsonNull()) {
            return answer.get(3);
        }
        JsonObject error = answer.get(2).getAsJsonObject();
        if (error.get("error").getAsString().equals("unexpected alert open")) {
            throw new PeerRefuses(error.getAsJsonObject("data").get("text").getAsString());
        }
        throw new IllegalStateException(error.toString());
    }

    private JsonElement read() throws IOException {
        int length = 0;
        for (int c = in.read(); c != ':'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Thunderbird has hung up");
            }
            length = 10 * length + Character.digit(c, 10);
        }
        return JsonParser.parseString(new String(in.readNBytes(length), UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
