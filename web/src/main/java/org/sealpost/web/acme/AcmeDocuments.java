package org.sealpost.web.acme;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.sealpost.acme.AcmeAnswer;
import org.sealpost.acme.AcmePath.Kind;
import org.sealpost.acme.AcmeProblem;
import org.sealpost.web.Refusal;
import org.sealpost.web.Refusals;

/**
 * What a program is answered, as JSON (RFC 8555 section 7.1).
 *
 * @param url makes the address of a thing from the rest of it
 * @param from whom challenges come from
 * @param refusals failures in words
 */
record AcmeDocuments(UnaryOperator<String> url, String from, Refusals refusals) {
    /** What ends an order that is not the partner's mistake. */
    private static final Map<String, AcmeProblem> PROBLEMS =
            Map.of("acme-wrong-answer", AcmeProblem.INCORRECT_RESPONSE, "acme-not-sent", AcmeProblem.SERVER_INTERNAL);

    private String url(Kind kind, String id) {
        return url.apply(kind.path(id));
    }

    /** Where everything is. */
    JsonObject directory() {
        return Json.createObjectBuilder()
                .add("newNonce", url.apply("new-nonce"))
                .add("newAccount", url(Kind.NEW_ACCOUNT, ""))
                .add("newOrder", url(Kind.NEW_ORDER, ""))
                .add("revokeCert", url(Kind.REVOCATION, ""))
                .add("keyChange", url(Kind.KEY_CHANGE, ""))
                .add("meta", Json.createObjectBuilder().add("externalAccountRequired", false))
                .build();
    }

    JsonObject account(AcmeAnswer.Account account) {
        return Json.createObjectBuilder()
                .add("status", account.state().name().toLowerCase(Locale.ROOT))
                .add("contact", texts(account.contact()))
                .add("orders", url(Kind.ORDERS, account.id()))
                .build();
    }

    JsonObject orders(AcmeAnswer.Orders orders) {
        List<String> urls = orders.ids().stream().map(id -> url(Kind.ORDER, id)).toList();
        return Json.createObjectBuilder().add("orders", texts(urls)).build();
    }

    /** The side of an order that is asked for. */
    JsonObject order(AcmeAnswer.Order order) {
        return switch (order.shown()) {
            case ORDER -> whole(order);
            case AUTHORIZATION -> authorization(order);
            case CHALLENGE -> challenge(order).build();
        };
    }

    private JsonObject whole(AcmeAnswer.Order order) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("status", order.state().order())
                .add("expires", order.expires().toString())
                .add("identifiers", Json.createArrayBuilder().add(identifier(order)))
                .add("authorizations", Json.createArrayBuilder().add(url(Kind.AUTHORIZATION, order.id())))
                .add("finalize", url(Kind.FINALIZATION, order.id()));
        order.problem().ifPresent(code -> json.add("error", ended(code)));
        order.serial().ifPresent(serial -> json.add("certificate", url(Kind.CERTIFICATE, serial.value())));
        return json.build();
    }

    private JsonObject authorization(AcmeAnswer.Order order) {
        return Json.createObjectBuilder()
                .add("status", order.state().authorization())
                .add("expires", order.expires().toString())
                .add("identifier", identifier(order))
                .add("challenges", Json.createArrayBuilder().add(challenge(order)))
                .build();
    }

    /** With the half of the token that does not come by mail (RFC 8823 section 3). */
    private JsonObjectBuilder challenge(AcmeAnswer.Order order) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "email-reply-00")
                .add("url", url(Kind.CHALLENGE, order.id()))
                .add("status", order.state().challenge())
                .add("from", from)
                .add("token", order.fetchedPart());
        order.proven().ifPresent(at -> json.add("validated", at.toString()));
        order.problem().ifPresent(code -> json.add("error", ended(code)));
        return json;
    }

    private static JsonObjectBuilder identifier(AcmeAnswer.Order order) {
        return Json.createObjectBuilder().add("type", "email").add("value", order.address());
    }

    private JsonObject ended(String code) {
        AcmeProblem problem = PROBLEMS.getOrDefault(code, AcmeProblem.MALFORMED);
        return problem(problem, refusals.ofCode(code, List.of()), problem.status());
    }

    /** A refusal (RFC 8555 section 6.7). @param status HTTP status */
    JsonObject problem(AcmeProblem problem, Refusal refusal, int status) {
        return Json.createObjectBuilder()
                .add("type", problem.type())
                .add("detail", refusal.cause() + " " + refusal.next())
                .add("status", status)
                .build();
    }

    private static JsonArrayBuilder texts(List<String> all) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        all.forEach(json::add);
        return json;
    }
}
