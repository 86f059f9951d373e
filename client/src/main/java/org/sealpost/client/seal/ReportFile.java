package org.sealpost.client.seal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.client.screen.Failure;
import org.sealpost.client.screen.Failures;
import org.sealpost.client.screen.Texts;
import org.sealpost.protocol.SealpostException;
import picocli.CommandLine.Option;

/** Where the facts go, as JSON, when standard output carries the message itself. */
public final class ReportFile {
    @Option(names = "--json", paramLabel = "REPORT", descriptionKey = "report")
    @Nullable
    Path report;

    /** What is done, and ends with an exit status. */
    @FunctionalInterface
    interface Work {
        int run() throws IOException;
    }

    /** Makes the report of a refusal. */
    @FunctionalInterface
    interface Refusal {
        JsonObject of(Failure failure);
    }

    /** Does the work; what refuses it goes on after it was reported. */
    int reporting(Texts texts, Refusal refusal, Work work) throws IOException {
        try {
            return work.run();
        } catch (SealpostException e) {
            Optional<Failure> failure = new Failures(texts).of(e);
            if (failure.isPresent()) {
                write(refusal.of(failure.get()));
            }
            throw e;
        }
    }

    /** Writes it, if one is wanted. */
    void write(JsonObject json) throws IOException {
        if (report == null) {
            return;
        }
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(json);
        }
        byte[] content = (text.toString().strip() + "\n").getBytes(StandardCharsets.UTF_8);
        if (Files.exists(report) && !Files.isRegularFile(report)) {
            Files.write(report, content); // a descriptor or pipe, which nothing can be moved over
        } else {
            PrivateFile.write(report, content);
        }
    }
}
