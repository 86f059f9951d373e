package org.sealpost.client;

import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code sealpost}; each verb is a command class of its own below it. */
@Command(
        name = "sealpost",
        mixinStandardHelpOptions = true,
        resourceBundle = "org.sealpost.client.texts",
        versionProvider = Main.Version.class)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Exit status 0 after help or version, 2 for wrong usage (the convention of {@code getopt} programs). */
    static int run(Terminal terminal, String... arguments) {
        CommandLine commandLine =
                new CommandLine(new Main()).setOut(terminal.out()).setErr(terminal.err());
        if (arguments.length == 0) {
            commandLine.usage(terminal.err());
            return CommandLine.ExitCode.USAGE;
        }
        return commandLine.execute(arguments);
    }

    /** The version comes from the build, so that it is written down once. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                ResourceBundle.getBundle("org.sealpost.client.build").getString("version")
            };
        }
    }
}
