package org.sealpost.it;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.sealpost.container.Https;

/** Requests as no browser makes them: they announce a body and send not one octet of it. */
final class RawRequest {
    private static final int MILLISECONDS = 20_000;

    private final SampleServer server;
    private final String cookies;

    /** @param cookies of somebody who is logged in */
    RawRequest(SampleServer server, List<Cookie> cookies) {
        this.server = server;
        this.cookies = cookies.stream().map(one -> one.name + "=" + one.value).collect(Collectors.joining("; "));
    }

    /** Announces a form to a page. @return the whole answer */
    String announce(String path, long octets) throws IOException {
        return send(path, octets, "Cookie: " + cookies + "\r\nContent-Type: multipart/form-data; boundary=x\r\n");
    }

    /** Announces JSON to the interface for programs. @return the whole answer */
    String announceAs(String login, String path, long octets) throws IOException {
        String credentials = Base64.getEncoder()
                .encodeToString((login + ":" + server.password(login)).getBytes(StandardCharsets.UTF_8));
        return send(path, octets, "Authorization: Basic " + credentials + "\r\nContent-Type: application/json\r\n");
    }

    private String send(String path, long octets, String headers) throws IOException {
        URI address = URI.create(server.url());
        try (SSLSocket socket = (SSLSocket) Https.trusting(server.certificate())
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setSoTimeout(MILLISECONDS);
            String request = "POST " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
                    + "Content-Length: " + octets + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return answer(socket.getInputStream());
        }
    }

    /** Reads until the body's announced end, or the connection's. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] part = new byte[8192];
        for (int read = in.read(part); read > 0; read = in.read(part)) {
            answer.append(new String(part, 0, read, StandardCharsets.UTF_8));
            if (whole(answer)) {
                break;
            }
        }
        return answer.toString();
    }

    private static boolean whole(StringBuilder answer) {
        return answer.indexOf("</html>") > 0 || answer.indexOf("\"code\":") > 0 && answer.indexOf("}") > 0;
    }
}
