package org.sealpost.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

/** Programs of administrators and owners, who speak with one server by its interface and not by its pages. */
final class Programs {
    private static final String API = "/api/v1/";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Https https;

    Programs(SampleServer server) {
        https = new Https(server.url(), server.certificate());
    }

    /** An answer. */
    record Answer(int status, String body) {
        JsonElement json() {
            return JsonParser.parseString(body);
        }

        JsonObject object() {
            return json().getAsJsonObject();
        }
    }

    Answer get(String login, String path) {
        return answer(https.request(login, API + path).GET());
    }

    Answer post(String login, String path, JsonObject body) {
        return answer(https.request(login, API + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** HOLDER, PASSIVE, TAKES_OVER or WAITS, as this server sees it; the empty text while it does not answer. */
    String role() {
        try {
            return get("admin", "key-manager/service").object().get("role").getAsString();
        } catch (IllegalStateException e) {
            return "";
        }
    }

    /** What whoever watches the service reads. */
    Answer ready() {
        return answer(https.begin("/health/ready").GET());
    }

    /** The revocation list that is served. */
    Answer list() {
        return answer(https.begin("/pki/sealpost.crl").GET());
    }

    /** Has the administrator make a token for a mailbox of the sample. */
    Answer token(String login) {
        return post("admin", "mailboxes/" + address(login) + "/token", new JsonObject());
    }

    /** As {@link #token}, when it must succeed. */
    TokenCode enable(String login) {
        Answer made = token(login);
        if (made.status() != 200) {
            throw new AssertionError(made);
        }
        return TokenCode.parse(made.object().get("token").getAsString());
    }

    /** Has the administrator revoke a mailbox. @param cause as on the wire */
    Answer revoke(String login, String cause) {
        JsonObject ending = new JsonObject();
        ending.addProperty("cause", cause);
        ending.addProperty("reason", "For the test");
        return post("admin", "mailboxes/" + address(login) + "/revocation", ending);
    }

    /** Redeems a token as its owner's program does. */
    SecurityFile enrol(String login, TokenCode token) {
        try (ClientEnrolment own = begin(login, token)) {
            Answer made = redeem(login, token, own, own.request().signingRequest());
            byte[] sealed =
                    Base64.getDecoder().decode(made.object().get("sealed").getAsString());
            return own.complete(new EnrolmentReply(sealed));
        }
    }

    /** As {@link #enrol}, when it may fail. */
    Answer redeem(String login, TokenCode token) {
        try (ClientEnrolment own = begin(login, token)) {
            return redeem(login, token, own, own.request().signingRequest());
        }
    }

    /** Tries to redeem a token with a signing key of one's own making. */
    Answer redeemWith(String login, TokenCode token, KeyPair pair) {
        try (ClientEnrolment own = begin(login, token)) {
            return redeem(login, token, own, SigningRequest.make(Providers.best(), address(login), pair));
        }
    }

    private static ClientEnrolment begin(String login, TokenCode token) {
        return ClientEnrolment.begin(Providers.best(), RANDOM, address(login), token, KeyType.EC_P256);
    }

    private Answer redeem(String login, TokenCode token, ClientEnrolment own, byte[] proof) {
        JsonObject wire = new JsonObject();
        wire.addProperty("address", address(login));
        wire.addProperty("token", token.text());
        wire.addProperty("signingRequest", Base64.getEncoder().encodeToString(proof));
        wire.addProperty(
                "transportKey", Base64.getEncoder().encodeToString(own.request().transportKey()));
        return post(login, "enrolments", wire);
    }

    private static String address(String login) {
        return login + "@corp.example";
    }

    private Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = https.send(request.build());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
