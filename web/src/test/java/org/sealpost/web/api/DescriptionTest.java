package org.sealpost.web.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.lock.KeyManagerService;
import org.sealpost.model.SensitiveVerb;

/** The description that is checked in is that of the resources, made by the part of the server that serves it. */
class DescriptionTest {
    private static final Path CHECKED_IN = Path.of("../src/doc/openapi.yaml");
    private static final Path MADE = Path.of("target/openapi.yaml");

    private static SmallRyeOpenAPI made;

    @BeforeAll
    static void make() {
        made = SmallRyeOpenAPI.builder()
                .withIndex(index(Api.class, KeyManagerService.class, SensitiveVerb.class, EncryptionFormat.class))
                .enableModelReader(false)
                .build();
    }

    private static Index index(Class<?>... ofEachModule) {
        Indexer indexer = new Indexer();
        for (Class<?> one : ofEachModule) {
            try {
                Path place = Path.of(
                        one.getProtectionDomain().getCodeSource().getLocation().toURI());
                if (Files.isDirectory(place)) {
                    add(indexer, place);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(place)) {
                        add(indexer, jar.getPath("/"));
                    }
                }
            } catch (URISyntaxException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return indexer.complete();
    }

    private static void add(Indexer indexer, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                try (var in = Files.newInputStream(file)) {
                    indexer.index(in);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void theDocumentThatIsCheckedInIsThatOfTheResources() throws IOException {
        String now = made.toYAML();
        Files.writeString(MADE, now);
        assertThat(CHECKED_IN)
                .as("the interface changed; look at what changed for callers, then copy web/%s to src/doc", MADE)
                .exists();
        assertThat(now)
                .as("the interface changed; look at what changed for callers, then copy web/%s to src/doc", MADE)
                .isEqualTo(Files.readString(CHECKED_IN));
    }

    @Test
    void eachOperationHasANameThatIsItsAloneASummaryAndRoles() {
        assertThat(operations()).extracting(Operation::getOperationId).doesNotHaveDuplicates();
        assertThat(operations()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.getSummary()).as(one.getOperationId()).isNotBlank();
            assertThat(one.getTags()).as(one.getOperationId()).hasSize(1);
            assertThat(one.getSecurity())
                    .as(one.getOperationId())
                    .extracting(SecurityRequirement::getSchemes)
                    .satisfiesExactly(
                            login -> assertRoles(login, Api.LOGIN), bearer -> assertRoles(bearer, Api.BEARER));
        });
    }

    private static void assertRoles(Map<String, List<String>> schemes, String way) {
        assertThat(schemes).containsOnlyKeys(way);
        assertThat(schemes.get(way))
                .isNotEmpty()
                .isSubsetOf("user", "km-admin", "mailbox-admin", "recovery-officer", "auditor");
    }

    @Test
    void rolesAreThoseOfTheMethodBeforeThoseOfItsClass() {
        assertThat(roles("Formats_change")).containsExactly("km-admin");
        assertThat(roles("Formats_current")).containsExactly("auditor", "km-admin");
    }

    @Test
    void everyRefusalIsAProblemAndOnlyOperationsWithABodyRefuseItsKind() {
        assertThat(operations()).allSatisfy(one -> {
            assertThat(one.getResponses().getAPIResponses())
                    .as(one.getOperationId())
                    .containsKeys("401", "403", "422", "503");
            assertThat(one.getResponses().getAPIResponses().containsKey("415"))
                    .as(one.getOperationId())
                    .isEqualTo(one.getRequestBody() != null);
            assertThat(one.getResponses().getAPIResponse("403").getRef()).isEqualTo("#/components/responses/Problem");
        });
    }

    private static List<String> roles(String operation) {
        return operations().stream()
                .filter(one -> one.getOperationId().equals(operation))
                .flatMap(one ->
                        requireNonNull(one.getSecurity().get(0).getSchemes().get(Api.LOGIN)).stream())
                .toList();
    }

    private static List<Operation> operations() {
        OpenAPI description = made.model();
        return description.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(each -> each.values().stream())
                .toList();
    }
}
