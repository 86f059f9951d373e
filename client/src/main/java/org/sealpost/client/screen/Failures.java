package org.sealpost.client.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.sealpost.protocol.SealpostException;

/** The one place where a failure becomes words. */
public final class Failures {
    private final Texts texts;

    public Failures(Texts texts) {
        this.texts = texts;
    }

    /** Puts a failure into words; empty when nobody foresaw it. */
    public Optional<Failure> of(Throwable failure) {
        if (failure instanceof InOwnWords worded) {
            return Optional.of(worded.inWords());
        }
        if (failure instanceof SealpostException foreseen) {
            return Optional.of(words(foreseen.code(), foreseen.arguments()));
        }
        if (failure instanceof UncheckedIOException wrapped) {
            return Optional.ofNullable(wrapped.getCause()).map(this::file);
        }
        return failure instanceof IOException io ? Optional.of(file(io)) : Optional.empty();
    }

    private Failure file(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return words("file-missing", List.of(missing.getFile()));
        }
        if (failure instanceof AccessDeniedException denied) {
            return words("file-denied", List.of(denied.getFile()));
        }
        String what = failure instanceof FileSystemException about ? about.getFile() + ": " : "";
        return words("file-failed", List.of(what + failure.getMessage()));
    }

    private Failure words(String code, List<Object> arguments) {
        Object[] values = arguments.toArray();
        String cause = "error." + code + ".cause";
        String next = "error." + code + ".next";
        return new Failure(
                code,
                texts.find(cause, values).orElseGet(() -> texts.of("error.unworded.cause", code)),
                texts.find(next, values).orElseGet(() -> texts.of("error.unworded.next", code)));
    }
}
