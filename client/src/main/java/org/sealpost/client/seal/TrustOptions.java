package org.sealpost.client.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.home.PemCertificates;
import org.sealpost.pki.Certificates;
import picocli.CommandLine.Option;

/** Whom to trust beside one's own organisation, and at which time to judge. */
public final class TrustOptions {
    @Option(names = "--trust", paramLabel = "PEM")
    List<Path> trust = new ArrayList<>();

    @Option(names = "--crl", paramLabel = "FILE")
    List<Path> crl = new ArrayList<>();

    @Option(names = "--at", paramLabel = "INSTANT")
    @Nullable
    String at;

    @Option(names = "--offline")
    boolean offline;

    /** Nobody beside one's own organisation. */
    public static TrustOptions of(boolean offline) {
        TrustOptions options = new TrustOptions();
        options.offline = offline;
        return options;
    }

    /** Authorities of others. */
    public List<X509Certificate> authorities() {
        return trust.stream()
                .flatMap(file -> PemCertificates.read(content(file)).stream())
                .toList();
    }

    /** Revocation lists of others. */
    public List<X509CRL> lists() {
        return crl.stream().map(file -> Certificates.parseCrl(content(file))).toList();
    }

    /** The time to judge at: the present unless another was given. */
    public Instant instant(Surroundings here) {
        if (at == null) {
            return here.clock().instant();
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw new UsageProblem("instant", at);
        }
    }

    /** Whether nothing is to be fetched. */
    public boolean offline() {
        return offline;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
