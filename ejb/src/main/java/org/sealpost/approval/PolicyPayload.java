package org.sealpost.approval;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.SensitiveVerb;

/**
 * A change of a policy as it waits for approval.
 *
 * @param before what held when it was asked for: a change meanwhile makes this one void
 */
record PolicyPayload(ApprovalPolicy before, ApprovalPolicy after) {
    static PolicyPayload parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new PolicyPayload(policy(object.getJsonObject("before")), policy(object.getJsonObject("after")));
        }
    }

    String json() {
        return Json.createObjectBuilder()
                .add("before", object(before))
                .add("after", object(after))
                .build()
                .toString();
    }

    private static ApprovalPolicy policy(JsonObject object) {
        return new ApprovalPolicy(
                SensitiveVerb.valueOf(object.getString("verb")),
                object.getInt("people"),
                object.getString("role"),
                Duration.ofMinutes(object.getJsonNumber("minutes").longValueExact()),
                object.getBoolean("reason"),
                object.getBoolean("ticket"));
    }

    private static JsonObjectBuilder object(ApprovalPolicy policy) {
        return Json.createObjectBuilder()
                .add("verb", policy.verb().name())
                .add("people", policy.people())
                .add("role", policy.approverRole())
                .add("minutes", policy.expiry().toMinutes())
                .add("reason", policy.reasonRequired())
                .add("ticket", policy.ticketRequired());
    }
}
