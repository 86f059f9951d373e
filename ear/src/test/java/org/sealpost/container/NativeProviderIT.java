package org.sealpost.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.EnrolmentRequest;
import org.sealpost.protocol.TokenCode;

/** The native provider inside the server: it works, and again after each new deployment, loaded once. */
@ExtendWith(ArquillianExtension.class)
class NativeProviderIT {
    private static final String APPLICATION = "application";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = APPLICATION, managed = false, testable = false)
    static EnterpriseArchive application() {
        return TestedApplication.asBuilt();
    }

    @Test
    void worksAgainAfterANewDeploymentAndIsLoadedOnce() throws Exception {
        deployer.deploy(APPLICATION);
        // the server and its database are those of the other tests here, to whom alice belongs
        showThatItWorks("admin");
        deployer.undeploy(APPLICATION);
        deployer.deploy(APPLICATION);
        showThatItWorks("bob");
        assertThat(mappedLibraries())
                .as("copies of its library in the server's memory")
                .hasSize(1);
        deployer.undeploy(APPLICATION);
    }

    /** An enrolment takes hardening, signatures, two kinds of key pairs and sealing to a public key. */
    private static void showThatItWorks(String login) throws Exception {
        Https server = new Https(ManagedServer.url(), ManagedServer.certificate());
        JsonObject status = answer(server.get("admin", "/api/v1/key-manager"));
        assertThat(status.get("primitives").getAsString()).startsWith("native: AmazonCorrettoCryptoProvider");
        String address = login + "@corp.example";
        String token = answer(server.post("admin", "/api/v1/mailboxes/" + address + "/token", ""))
                .get("token")
                .getAsString();
        try (ClientEnrolment client = ClientEnrolment.begin(
                        Providers.portable(), new SecureRandom(), address, TokenCode.parse(token), KeyType.EC_P256);
                SecurityFile file = client.complete(enrol(server, login, client.request()))) {
            assertThat(file.mailbox()).isEqualTo(address);
        }
    }

    private static EnrolmentReply enrol(Https server, String login, EnrolmentRequest request) throws Exception {
        JsonObject json = new JsonObject();
        json.addProperty("address", request.address());
        json.addProperty("token", request.token());
        json.addProperty("signingRequest", Base64.getEncoder().encodeToString(request.signingRequest()));
        json.addProperty("transportKey", Base64.getEncoder().encodeToString(request.transportKey()));
        JsonObject reply = answer(server.post(login, "/api/v1/enrolments", json.toString()));
        return new EnrolmentReply(Base64.getDecoder().decode(reply.get("sealed").getAsString()));
    }

    private static JsonObject answer(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    private static Set<String> mappedLibraries() throws IOException {
        ProcessHandle server = ProcessHandle.current()
                .descendants()
                .filter(NativeProviderIT::isServer)
                .findFirst()
                .orElseThrow();
        Set<String> files = new TreeSet<>();
        try (Stream<String> lines = Files.lines(proc(server, "maps"), StandardCharsets.ISO_8859_1)) {
            lines.filter(line -> line.toLowerCase(Locale.ROOT).contains("corretto") && line.contains(".so"))
                    .forEach(line -> files.add(line.substring(line.indexOf('/'))));
        }
        return files;
    }

    private static boolean isServer(ProcessHandle process) {
        try {
            return Files.readString(proc(process, "cmdline"), StandardCharsets.ISO_8859_1)
                    .contains("-Dsealpost.public.url=" + ManagedServer.url());
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }
}
