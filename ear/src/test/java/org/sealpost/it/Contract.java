package org.sealpost.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the description that is checked in promises of each operation, and whether an answer keeps it. */
final class Contract {
    private static final String HERE = "https://sealpost.example/openapi";
    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, String> SAMPLES = Map.of(
            "{address}", "nobody@corp.example",
            "{name}", "nothing.backup",
            "{suffix}", "jsonl",
            "{repair}", "NOTHING",
            "{verb}", "pause");
    private static final String NUMBER = "1";

    private final List<String> faults;
    private final List<Promise> promises = new ArrayList<>();
    private final JsonSchemaFactory schemas;

    private Contract(SwaggerParseResult read, String json) {
        faults = read.getMessages();
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(HERE, json))));
        read.getOpenAPI().getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> promises.add(new Promise(path, method, operation))));
    }

    /** The one that is checked in. */
    static Contract checkedIn() {
        try {
            String document = Files.readString(file());
            SwaggerParseResult read = new OpenAPIV3Parser().readContents(document, null, new ParseOptions());
            return new Contract(read, tree(document).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file() {
        return SampleServer.repository().resolve("src/doc/openapi.yaml");
    }

    /** A document without the empty parts that the server adds of its own. */
    static JsonNode tree(String yaml) throws IOException {
        JsonNode document = new YAMLMapper().readTree(yaml);
        for (JsonNode part : List.of(document, document.path("info"))) {
            List<String> empty = part.propertyStream()
                    .filter(each ->
                            each.getValue().isContainerNode() && each.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            ((ObjectNode) part).remove(empty);
        }
        return document;
    }

    /** What is wrong with the document itself. */
    List<String> faults() {
        return faults;
    }

    /** Every operation. */
    Stream<Promise> promises() {
        return promises.stream();
    }

    /** What an answer does not keep; empty when it keeps everything. */
    List<String> broken(Promise promise, HttpResponse<String> answer) {
        String status = String.valueOf(answer.statusCode());
        ApiResponse declared = promise.operation().getResponses().get(status);
        if (declared == null) {
            return List.of(status + " is not declared");
        }
        String type = answer.headers()
                .firstValue("Content-Type")
                .map(value -> value.split(";", 2)[0])
                .orElse("");
        if (answer.statusCode() >= 400) {
            return type.equals(PROBLEM)
                    ? against("/components/responses/Problem", PROBLEM, answer.body())
                    : List.of(status + " came as " + type);
        }
        return type.equals("application/json")
                ? against(promise.pointer() + "/responses/" + status, type, answer.body())
                : List.of();
    }

    private List<String> against(String response, String type, String body) {
        String place = HERE + "#" + response + "/content/" + type.replace("/", "~1") + "/schema";
        return schemas.getSchema(SchemaLocation.of(place)).validate(body, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /**
     * An operation.
     *
     * @param path with its placeholders
     */
    record Promise(String path, PathItem.HttpMethod method, Operation operation) {
        /** Name for people. */
        String name() {
            return method + " " + path;
        }

        private String pointer() {
            return "/paths/" + path.replace("/", "~1") + "/" + method.name().toLowerCase(Locale.ROOT);
        }

        /** A path that leads there, and to nothing that exists. */
        String sample() {
            String filled = path;
            for (Parameter one : Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
                String placeholder = "{" + one.getName() + "}";
                filled = filled.replace(placeholder, SAMPLES.getOrDefault(placeholder, NUMBER));
            }
            return filled;
        }

        /** Roles of which one is enough. */
        Set<String> roles() {
            Set<String> roles = new TreeSet<>();
            operation.getSecurity().forEach(needed -> needed.values().forEach(roles::addAll));
            return roles;
        }

        /** Media type of the body; empty when it takes none. */
        Optional<String> takes() {
            return Optional.ofNullable(operation.getRequestBody())
                    .flatMap(body -> body.getContent().keySet().stream().findFirst());
        }
    }
}
