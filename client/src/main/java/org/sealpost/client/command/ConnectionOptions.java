package org.sealpost.client.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.home.SavedConnection;
import org.sealpost.client.server.Connection;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.client.server.Login;
import org.sealpost.crypto.Passphrase;
import picocli.CommandLine.Option;

/** Where the Key Manager is and who asks; what is not given is taken from what was saved. */
public final class ConnectionOptions {
    private static final int LARGEST_PEM = 1024 * 1024;

    @Option(names = "--server", paramLabel = "URL")
    @Nullable
    String server;

    @Option(names = "--tls-trust", paramLabel = "PEM")
    @Nullable
    Path tlsTrust;

    @Option(names = "--user", paramLabel = "NAME")
    @Nullable
    String user;

    @Option(names = "--user-password-file", paramLabel = "FILE")
    @Nullable
    Path userPasswordFile;

    @Option(names = "--bearer-file", paramLabel = "FILE")
    @Nullable
    Path bearerFile;

    /** Whether it is said where the Key Manager is, here or earlier. */
    public boolean known(Surroundings here) {
        return address(here).isPresent();
    }

    /** The Key Manager's address; empty when nothing says where it is. */
    public Optional<URI> address(Surroundings here) {
        return Optional.ofNullable(server)
                .or(() -> SavedConnection.load(here.home()).server())
                .map(ConnectionOptions::address);
    }

    /**
     * The Key Manager, to be closed by the caller.
     *
     * @throws UsageProblem when nothing says where it is or who asks
     */
    public KeyManagerClient open(Surroundings here) {
        SavedConnection saved = SavedConnection.load(here.home());
        URI address = address(given(server, saved.server(), "--server"));
        Optional<byte[]> trust = trust(here);
        Login login = bearerFile == null ? byPassword(here, saved) : byToken(here, bearerFile);
        return new KeyManagerClient(new Connection(address, trust.orElse(null), login, language(here)));
    }

    private Login byPassword(Surroundings here, SavedConnection saved) {
        String name = given(user, saved.user(), "--user");
        return new Login.Basic(
                name, new Secrets(here).get(userPasswordFile, "login.password", "--user-password-file", name));
    }

    private Login byToken(Surroundings here, Path file) {
        if (user != null || userPasswordFile != null) {
            throw new UsageProblem("one-of", "--user, --bearer-file");
        }
        Passphrase token = new Secrets(here).get(file, "", "--bearer-file");
        if (!Login.Bearer.isToken(token)) {
            token.close();
            throw new Refused("bearer-file", file.toString());
        }
        return new Login.Bearer(token);
    }

    /** What these options say, for saving. */
    public SavedConnection toSave(Surroundings here, Optional<String> mailbox, Optional<Path> epf) {
        SavedConnection saved = SavedConnection.load(here.home());
        return new SavedConnection(
                Optional.ofNullable(server).map(it -> address(it).toString()).or(saved::server),
                Optional.ofNullable(user).or(saved::user),
                mailbox.or(saved::mailbox),
                epf.or(saved::epf));
    }

    /** The certificates that the server is trusted by, as given here or saved; empty when there are none. */
    public Optional<byte[]> trust(Surroundings here) {
        if (tlsTrust == null) {
            return SavedConnection.trust(here.home());
        }
        try (var in = Files.newInputStream(tlsTrust)) {
            return Optional.of(in.readNBytes(LARGEST_PEM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String given(@Nullable String here, Optional<String> saved, String option) {
        return Optional.ofNullable(here).or(() -> saved).orElseThrow(() -> new UsageProblem("option-missing", option));
    }

    /** Only https: a password goes with every request. */
    private static URI address(String text) {
        try {
            URI uri = new URI(text);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
                return new URI("https", null, uri.getHost(), uri.getPort(), null, null, null);
            }
        } catch (URISyntaxException e) {
            throw new UsageProblem("server-address", text);
        }
        throw new UsageProblem("server-address", text);
    }

    private static Locale language(Surroundings here) {
        Locale locale = here.texts().locale();
        return locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }
}
