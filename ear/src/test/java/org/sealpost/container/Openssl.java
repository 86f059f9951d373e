package org.sealpost.container;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sealpost.server.Command;

/** The system's own openssl as a client of one server, with its files in one folder. */
final class Openssl {
    private final URI server;
    private final Path trusted;
    private final Path folder;

    /**
     * @param server address of the pages
     * @param trusted PEM of the server's TLS certificate
     */
    Openssl(String server, Path trusted, Path folder) {
        this.server = URI.create(server);
        this.trusted = trusted;
        this.folder = folder;
    }

    /** A new key on the curve P-256. */
    void key(String file) {
        succeed(run(List.of(
                "openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path(file))));
    }

    /** {@code openssl cmp} with those words; names of files are {@code @file}. */
    Command cmp(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "openssl", "cmp", "-server", server.getHost() + ":" + server.getPort(), "-path", ".well-known/cmp"));
        all.addAll(List.of("-tls_used", "-tls_trusted", trusted.toString()));
        for (String word : words) {
            all.add(word.startsWith("@") ? path(word.substring(1)) : word);
        }
        return run(all);
    }

    /** {@code openssl} itself; names of files are {@code @file}. */
    Command openssl(String... words) {
        List<String> all = new ArrayList<>(List.of("openssl"));
        for (String word : words) {
            all.add(word.startsWith("@") ? path(word.substring(1)) : word);
        }
        return run(all);
    }

    /** {@code curl} that trusts the server; names of files are {@code @file}. */
    Command curl(String path, String... words) {
        List<String> all = new ArrayList<>(List.of("curl", "--silent", "--show-error", "--cacert", trusted.toString()));
        for (String word : words) {
            all.add(word.startsWith("file=") ? path(word.substring("file=".length())) : word);
        }
        all.add(server + path);
        return run(all);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    private static Command run(List<String> words) {
        return Command.run(Map.of(), words);
    }

    static Command succeed(Command command) {
        if (command.status() != 0) {
            throw new IllegalStateException(command.output());
        }
        return command;
    }
}
