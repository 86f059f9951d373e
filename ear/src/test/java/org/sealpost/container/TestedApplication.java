package org.sealpost.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.sealpost.server.Command;

/** The application as it was built, {@code target/sealpost.ear}. */
final class TestedApplication {
    private static final String DESCRIPTOR = "META-INF/application.xml";

    private TestedApplication() {}

    /** Nothing added and nothing left out. */
    static EnterpriseArchive asBuilt() {
        return ShrinkWrap.create(ZipImporter.class, "sealpost.ear")
                .importFrom(
                        Command.repository().resolve("ear/target/sealpost.ear").toFile())
                .as(EnterpriseArchive.class);
    }

    /** With one more WAR, that holds the test and what it needs, below the one path that is served without TLS. */
    static EnterpriseArchive with(Class<?>... tests) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, "test.war")
                .addClasses(tests)
                .addAsLibrary(jarOf(Assertions.class).toFile())
                .addAsWebInfResource(new StringAsset(beans()), "beans.xml")
                .addAsManifestResource(new StringAsset("Dependencies: org.wildfly.security.elytron\n"), "MANIFEST.MF");
        EnterpriseArchive ear = asBuilt().addAsModule(Testable.archiveToTest(war));
        String module = "<module><web><web-uri>test.war</web-uri><context-root>/pki/test</context-root></web></module>";
        String descriptor = text(ear).replace("<library-directory>", module + "<library-directory>");
        ear.delete(DESCRIPTOR);
        return ear.add(new StringAsset(descriptor), DESCRIPTOR);
    }

    private static String beans() {
        return "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"all\"/>";
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream stream = ear.get(DESCRIPTOR).getAsset().openStream();
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
