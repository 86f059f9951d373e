package org.sealpost.client.keys;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.SavedConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows and saves what need not be said with every verb. Never a password. */
@Command(name = "config")
public final class ConfigCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    JsonOption json = new JsonOption();

    @Option(names = "--mailbox", paramLabel = "ADDRESS")
    @Nullable
    String mailbox;

    @Option(names = "--epf", paramLabel = "FILE")
    @Nullable
    Path epf;

    public ConfigCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        SavedConnection before = SavedConnection.load(here.home());
        SavedConnection wanted = connection.toSave(here, Optional.ofNullable(mailbox), Optional.ofNullable(epf));
        if (!wanted.equals(before) || connection.trust(here).isPresent()) {
            wanted.save(here.home(), connection.trust(here));
        }
        JsonObjectBuilder shown = Json.createObjectBuilder();
        wanted.server().ifPresent(it -> shown.add("server", it));
        wanted.user().ifPresent(it -> shown.add("user", it));
        wanted.mailbox().ifPresent(it -> shown.add("mailbox", it));
        wanted.epf().ifPresent(it -> shown.add("epf", it.toString()));
        var result = shown.build();
        json.print(
                here,
                result,
                () -> result.forEach(
                        (key, value) -> here.terminal().out().println(key + " = " + result.getString(key))));
        return Exit.DONE;
    }
}
