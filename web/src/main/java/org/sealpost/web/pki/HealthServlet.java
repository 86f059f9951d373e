package org.sealpost.web.pki;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says over https what MicroProfile Health says on the management port, which is not reachable from outside: 200 when
 * every check is up, 503 otherwise, and for each check its name and the reason in words.
 */
@WebServlet({"/health/ready", "/health/live"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    @Readiness
    transient Instance<HealthCheck> readiness;

    @Inject
    @Any
    @Liveness
    transient Instance<HealthCheck> liveness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instance<HealthCheck> checks = request.getServletPath().endsWith("live") ? liveness : readiness;
        List<HealthCheckResponse> answers =
                checks.stream().map(HealthCheck::call).toList();
        boolean up = answers.stream().allMatch(answer -> answer.getStatus() == Status.UP);
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        JsonArrayBuilder lines = Json.createArrayBuilder();
        answers.forEach(answer -> lines.add(line(answer)));
        try (JsonWriter writer = Json.createWriter(response.getWriter())) {
            writer.writeObject(Json.createObjectBuilder()
                    .add("status", up ? Status.UP.name() : Status.DOWN.name())
                    .add("checks", lines)
                    .build());
        }
    }

    private static JsonObjectBuilder line(HealthCheckResponse answer) {
        JsonObjectBuilder data = Json.createObjectBuilder();
        answer.getData().ifPresent(all -> all.forEach((key, value) -> data.add(key, String.valueOf(value))));
        return Json.createObjectBuilder()
                .add("name", answer.getName())
                .add("status", answer.getStatus().name())
                .add("data", data);
    }
}
