package org.sealpost.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.sealpost.server.Command;
import org.sealpost.server.Ports;
import org.sealpost.server.ShortLived;

/**
 * Has Arquillian run the assembled server as the launcher runs it: with the sample organisation, on free ports, and with
 * a folder of its own for everything that is written. Only the application is left out of the configuration: the tests
 * deploy it.
 */
public final class ManagedServer implements LoadableExtension {
    private static final int OFFSET = Ports.freeOffset();
    private static final Path FOLDER = Command.repository()
            .resolve("ear/target")
            .resolve(System.getProperty("sealpost.test.container", "container"));

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Preparation.class);
    }

    /** The address of the pages, without a slash at its end. */
    static String url() {
        return "https://localhost:" + (8443 + OFFSET);
    }

    /** The server's own certificate. */
    static Path certificate() {
        return FOLDER.resolve("tls.pem");
    }

    /** What is to be there before the server starts. */
    public static final class Preparation {
        private static final String TLS_PASSWORD = "only-for-this-test";

        /** Makes the folder anew and tells Arquillian where everything is. */
        public void prepare(@Observes ContainerRegistry containers) throws IOException {
            emptyFolder();
            Path configuration = Files.createDirectories(FOLDER.resolve("server/configuration"));
            for (String file : List.of("logging.properties", "mgmt-users.properties", "mgmt-groups.properties")) {
                Files.copy(delivered(file), configuration.resolve(file));
            }
            Files.writeString(
                    configuration.resolve("sealpost.xml"), forTests(Files.readString(delivered("sealpost.xml"))));
            Files.writeString(FOLDER.resolve("startup-password"), "five brown bears on ice\n");
            Files.writeString(FOLDER.resolve("directory-password"), "directory-reader-sample\n");
            makeCertificate();
            for (Container container : containers.getContainers()) {
                describe(container.getContainerConfiguration());
            }
        }

        private static Path delivered(String file) {
            return Command.server().resolve("standalone/configuration").resolve(file);
        }

        /** Without the application, and with the remote view of beans that Arquillian asks for, on the management port. */
        private static String forTests(String configuration) {
            return configuration
                    .replaceAll("(?s)<deployments>.*</deployments>", "")
                    .replaceAll("(<subsystem xmlns=\"urn:jboss:domain:jmx:[^>]*>)", "$1<remoting-connector/>");
        }

        private static void describe(ContainerDef container) {
            String properties = properties().entrySet().stream()
                    .map(property -> "\"-D" + property.getKey() + "=" + property.getValue() + "\"")
                    .collect(Collectors.joining(" "));
            container.property("jbossHome", Command.server().toString());
            container.property("managementPort", String.valueOf(9990 + OFFSET));
            String size = "-Xmx448m -XX:+UseSerialGC -XX:-UsePerfData " + ShortLived.OPTIONS + " ";
            container.property("javaVmArguments", size + properties);
        }

        private static Map<String, String> properties() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("jboss.server.base.dir", FOLDER.resolve("server").toString());
            all.put("jboss.server.log.dir", FOLDER.resolve("log").toString());
            all.put("jboss.socket.binding.port-offset", String.valueOf(OFFSET));
            all.put("jboss.node.name", "sealpost");
            all.put("java.net.preferIPv4Stack", "true");
            all.put("sealpost.data", FOLDER.toString());
            all.put("sealpost.sample", "true");
            all.put("sealpost.key.pool", "2");
            all.put("sealpost.api.rate", "1200"); // OverloadIT reaches it soon
            all.put("sealpost.public.url", url());
            all.put("sealpost.http.url", "http://localhost:" + (8080 + OFFSET));
            all.put(
                    "sealpost.startup.password.file",
                    FOLDER.resolve("startup-password").toString());
            all.put("sealpost.tls.keystore", FOLDER.resolve("tls.p12").toString());
            all.put("sealpost.tls.keystore.password", TLS_PASSWORD);
            all.put("sealpost.ldap.url", "ldap://127.0.0.1:" + (10389 + OFFSET));
            all.put("sealpost.ldap.bind.dn", "uid=directory-reader,ou=services,dc=corp,dc=example");
            all.put("sealpost.ldap.bind.password", "directory-reader-sample");
            all.put(
                    "sealpost.ldap.bind.password.file",
                    FOLDER.resolve("directory-password").toString());
            all.put("sealpost.ldap.login.attribute", "uid");
            return all;
        }

        private static void emptyFolder() throws IOException {
            if (Files.exists(FOLDER)) {
                try (var files = Files.walk(FOLDER)) {
                    for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(FOLDER);
        }

        private static void makeCertificate() {
            String store = " -alias tls -storetype PKCS12 -storepass " + TLS_PASSWORD + " -keystore "
                    + FOLDER.resolve("tls.p12");
            keytool("-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost" + store);
            keytool("-exportcert -rfc -file " + certificate() + store);
        }

        private static void keytool(String words) {
            String keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            Command made = Command.run(Map.of(), List.of((keytool + " " + words).split(" ")));
            if (made.status() != 0) {
                throw new UncheckedIOException(new IOException(made.output()));
            }
        }
    }
}
