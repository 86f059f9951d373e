package org.sealpost.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs that ask too often or too much are told when to come again; people, health and other programs notice nothing. */
@ExtendWith(ArquillianExtension.class)
class OverloadIT {
    private static final int PLACES = 8;
    private static final int MEGABYTE = 1 << 20;
    private static final int TRIES = 4_000;

    @Deployment
    static EnterpriseArchive application() {
        return TestedApplication.with(OverloadIT.class, Https.class);
    }

    @Test
    void aLoginThatAsksTooOftenIsToldSoAndNobodyElse() throws Exception {
        HttpResponse<String> answer = until(429, "tanaka");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.body()).contains("\"code\":\"http-429\"");
        assertThat(https().get("soehne", "/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(https().get("tanaka", "/home.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    void whenEveryPlaceIsTakenProgramsAreTurnedAwayAndNothingElseIs() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < PLACES; i++) {
                slow.add(https().announce("maximiliana", "/api/v1/messages", MEGABYTE));
            }
            HttpResponse<String> answer = until(503, "obrien");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(answer.body()).contains("\"code\":\"http-503\"");
            for (String path : List.of("/.well-known/cmp", "/.well-known/est/simpleenroll")) {
                assertThat(https().post("obrien", path, "{}").statusCode()).isEqualTo(503);
            }
            for (String path : List.of("/health/ready", "/health/live", "/pki/sealpost.crl", "/home.xhtml")) {
                assertThat(https().get("obrien", path).statusCode()).as(path).isEqualTo(200);
            }
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
        assertThat(until(404, "obrien").body()).contains("\"code\":\"http-404\"");
    }

    @Test
    void aSmallBodyThatNeverComesTakesNoPlace() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 5 * PLACES; i++) {
                slow.add(https().announce("maximiliana", "/api/v1/messages", 100));
            }
            Https https = https();
            for (int i = 0; i < 50; i++) {
                assertThat(https.get("obrien", "/api/v1/nothing").statusCode()).isEqualTo(404);
            }
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
    }

    /** Asks for what does not exist, which costs next to nothing, until it is answered like this. */
    private static HttpResponse<String> until(int status, String login) throws Exception {
        Https https = https();
        HttpResponse<String> answer = https.get(login, "/api/v1/nothing");
        for (int i = 0; i < TRIES && answer.statusCode() != status; i++) {
            answer = https.get(login, "/api/v1/nothing");
        }
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private static Https https() throws Exception {
        return new Https(
                System.getProperty("sealpost.public.url"), Path.of(System.getProperty("sealpost.data"), "tls.pem"));
    }
}
