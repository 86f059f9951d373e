package org.sealpost.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.sealpost.container.Https;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

/** A program that talks to one of several servers. */
final class ServiceClient {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Https https;

    ServiceClient(SampleServer server) {
        https = new Https(server.url(), server.certificate());
    }

    /** Which server runs the Key Manager, as this one sees it. */
    JsonObject service() {
        return JsonParser.parseString(get("/api/v1/key-manager/service").body()).getAsJsonObject();
    }

    /** HOLDER, PASSIVE, TAKES_OVER or WAITS; the empty text while the server does not answer. */
    String role() {
        try {
            return service().get("role").getAsString();
        } catch (IllegalStateException e) {
            return "";
        }
    }

    /** What whoever watches the service reads. */
    HttpResponse<String> ready() {
        return get("/health/ready");
    }

    /** Has the administrator make a token. */
    HttpResponse<String> token(String login) {
        return post("admin", "/api/v1/mailboxes/" + login + "@corp.example/token", "");
    }

    /** As {@link #token}, when it must succeed. */
    String tokenFor(String login) {
        HttpResponse<String> answer = token(login);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body())
                .getAsJsonObject()
                .get("token")
                .getAsString();
    }

    /** Has the administrator revoke a mailbox whose owner has left. */
    HttpResponse<String> revoke(String login) {
        return post(
                "admin",
                "/api/v1/mailboxes/" + login + "@corp.example/revocation",
                "{\"cause\": \"LEFT\", \"reason\": \"has left\"}");
    }

    /** The revocation list that is served. */
    HttpResponse<String> list() {
        return get("/pki/sealpost.crl");
    }

    /** The owner redeems a token. */
    HttpResponse<String> enrol(String login, String token) {
        try (ClientEnrolment client = ClientEnrolment.begin(
                Providers.best(), RANDOM, login + "@corp.example", TokenCode.parse(token), KeyType.EC_P256)) {
            EnrolmentRequest request = client.request();
            JsonObject json = new JsonObject();
            json.addProperty("address", request.address());
            json.addProperty("token", request.token());
            json.addProperty("signingRequest", base64(request.signingRequest()));
            json.addProperty("transportKey", base64(request.transportKey()));
            return post(login, "/api/v1/enrolments", json.toString());
        }
    }

    private HttpResponse<String> get(String path) {
        try {
            return https.get("admin", path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String login, String path, String json) {
        try {
            return https.post(login, path, json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
