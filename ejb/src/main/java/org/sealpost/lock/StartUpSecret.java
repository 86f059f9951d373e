package org.sealpost.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sealpost.crypto.Passphrase;
import org.sealpost.settings.SecretFile;
import org.sealpost.settings.ServerConfiguration;
import org.sealpost.settings.TokenConfiguration;

/** What lets this server open the master key by itself: the start-up password or the token's PIN, in a file. */
@ApplicationScoped
class StartUpSecret {
    @Inject
    ServerConfiguration configuration;

    @Inject
    TokenConfiguration token;

    /** Whether there is any. */
    boolean given() {
        return passwordFile().isPresent() || token.pinFile().isPresent();
    }

    /** The start-up password; the caller closes it. */
    Optional<Passphrase> password() {
        return passwordFile().map(SecretFile::firstLine);
    }

    /** The password, or without one the token under its PIN; the caller closes it. */
    Optional<Opening> opening() {
        return password()
                .<Opening>map(Opening.ByPassword::new)
                .or(() -> token.pinFile().map(SecretFile::firstLine).map(Opening.ByToken::new));
    }

    private Optional<Path> passwordFile() {
        return configuration.startupPasswordFile().filter(Files::isReadable);
    }
}
