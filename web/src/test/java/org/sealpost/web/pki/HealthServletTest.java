package org.sealpost.web.pki;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.sealpost.health.Answer;

class HealthServletTest {
    private final HealthServlet servlet = new HealthServlet();
    private final Map<String, String> headers = new HashMap<>();
    private final StringWriter body = new StringWriter();
    private int status;

    @Test
    void readyWhenEveryCheckIsUp() throws Exception {
        JsonObject said = ask("/health/ready", Answer.up("one", "Fine."), Answer.up("two", "Fine, too."));
        assertThat(status).isEqualTo(200);
        assertThat(said.getString("status")).isEqualTo("UP");
        assertThat(said.getJsonArray("checks")).hasSize(2);
    }

    @Test
    void oneCheckThatIsDownIsEnoughAndItsReasonIsTold() throws Exception {
        JsonObject said = ask("/health/ready", Answer.up("one", "Fine."), Answer.down("two", "Out for lunch."));
        assertThat(status).isEqualTo(503);
        assertThat(said.getString("status")).isEqualTo("DOWN");
        JsonObject two = said.getJsonArray("checks").getJsonObject(1);
        assertThat(two.getString("name")).isEqualTo("two");
        assertThat(two.getString("status")).isEqualTo("DOWN");
        assertThat(two.getJsonObject("data").getString("reason")).isEqualTo("Out for lunch.");
    }

    @Test
    void lifeIsAskedAboutApart() throws Exception {
        assertThat(ask("/health/live", Answer.down("two", "Out for lunch.")).getString("status"))
                .isEqualTo("UP");
        assertThat(status).isEqualTo(200);
    }

    @Test
    void aCheckWithoutDataHasNone() throws Exception {
        HealthCheckResponse bare = new HealthCheckResponse("bare", HealthCheckResponse.Status.UP, Optional.empty());
        assertThat(ask("/health/ready", bare)
                        .getJsonArray("checks")
                        .getJsonObject(0)
                        .getJsonObject("data"))
                .isEmpty();
    }

    @Test
    void nobodyKeepsTheAnswer() throws Exception {
        ask("/health/ready");
        assertThat(headers).containsEntry("Cache-Control", "no-store");
    }

    private JsonObject ask(String path, HealthCheckResponse... readiness) throws Exception {
        servlet.readiness = checks(readiness);
        servlet.liveness = checks();
        HttpServletRequest request = stand(HttpServletRequest.class, (self, method, arguments) -> path);
        PrintWriter writer = new PrintWriter(body);
        HttpServletResponse response = stand(HttpServletResponse.class, (self, method, arguments) -> {
            switch (method.getName()) {
                case "setStatus" -> status = (Integer) arguments[0];
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                default -> {}
            }
            return method.getName().equals("getWriter") ? writer : null;
        });
        servlet.doGet(request, response);
        return Json.createReader(new StringReader(body.toString())).readObject();
    }

    @SuppressWarnings("unchecked") // a proxy knows no type arguments
    private static Instance<HealthCheck> checks(HealthCheckResponse... answers) {
        return stand(Instance.class, (self, method, arguments) -> Stream.of(answers)
                .map(answer -> (HealthCheck) () -> answer));
    }

    private static <T> T stand(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(HealthServletTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
