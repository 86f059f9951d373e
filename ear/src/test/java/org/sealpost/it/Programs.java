package org.sealpost.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import org.sealpost.container.Https;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.pki.KeyType;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.TokenCode;

/** Programs of administrators and owners, who speak with the server by its interface and not by its pages. */
final class Programs {
    private static final String API = "/api/v1/";

    private final SampleServer server;
    private final HttpClient client;

    Programs(SampleServer server) {
        this.server = server;
        client = HttpClient.newBuilder()
                .sslContext(Https.trusting(server.certificate()))
                .build();
    }

    /** An answer. */
    record Answer(int status, JsonElement json) {
        JsonObject object() {
            return json.getAsJsonObject();
        }
    }

    Answer get(String login, String path) {
        return answer(request(login, path).GET());
    }

    Answer post(String login, String path, JsonObject body) {
        return answer(request(login, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Has the administrator enable a mailbox of the sample. @return its token */
    TokenCode enable(String login) {
        Answer made = post("admin", "mailboxes/" + address(login) + "/token", new JsonObject());
        return TokenCode.parse(made.object().get("token").getAsString());
    }

    /** Redeems a token as its owner's program does. */
    SecurityFile enrol(String login, TokenCode token) {
        try (ClientEnrolment own =
                ClientEnrolment.begin(Providers.best(), new SecureRandom(), address(login), token, KeyType.EC_P256)) {
            Answer made =
                    post(login, "enrolments", wire(login, token, own.request().signingRequest(), own));
            byte[] sealed =
                    Base64.getDecoder().decode(made.object().get("sealed").getAsString());
            return own.complete(new EnrolmentReply(sealed));
        }
    }

    /** Tries to redeem a token with a signing key of one's own making. */
    Answer enrolWith(String login, TokenCode token, KeyPair pair) {
        try (ClientEnrolment own =
                ClientEnrolment.begin(Providers.best(), new SecureRandom(), address(login), token, KeyType.EC_P256)) {
            byte[] proof = SigningRequest.make(Providers.best(), address(login), pair);
            return post(login, "enrolments", wire(login, token, proof, own));
        }
    }

    private static JsonObject wire(String login, TokenCode token, byte[] proof, ClientEnrolment own) {
        JsonObject wire = new JsonObject();
        wire.addProperty("address", address(login));
        wire.addProperty("token", token.text());
        wire.addProperty("signingRequest", Base64.getEncoder().encodeToString(proof));
        wire.addProperty(
                "transportKey", Base64.getEncoder().encodeToString(own.request().transportKey()));
        return wire;
    }

    private static String address(String login) {
        return login + "@corp.example";
    }

    private HttpRequest.Builder request(String login, String path) {
        byte[] credentials = (login + ":" + server.password(login)).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(server.url() + API + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            String body = response.body().isEmpty() ? "{}" : response.body();
            return new Answer(response.statusCode(), JsonParser.parseString(body));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
