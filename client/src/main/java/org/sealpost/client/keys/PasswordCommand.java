package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Secrets;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.SecurityFileStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seals the security file under a new password; nobody but this computer is asked. */
@Command(name = "password")
public final class PasswordCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--new-password-file", paramLabel = "FILE")
    @Nullable
    Path newPasswordFile;

    public PasswordCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        Path place = securityFile.required(here);
        SecurityFileStore store = SecurityFileOptions.store(here);
        try (SecurityFile file = securityFile.open(here);
                Passphrase replacement =
                        new Secrets(here).fresh(newPasswordFile, owner(file.mailbox()), "--new-password-file")) {
            PrivateFile.write(place, store.seal(file, replacement));
        }
        JsonObject done =
                Json.createObjectBuilder().add("file", place.toString()).build();
        json.print(here, done, () -> here.say("password.done", place));
        return Exit.DONE;
    }

    static String owner(String mailbox) {
        return mailbox.substring(0, Math.max(mailbox.indexOf('@'), 0));
    }
}
