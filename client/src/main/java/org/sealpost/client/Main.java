package org.sealpost.client;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.sealpost.client.admin.AdminCommand;
import org.sealpost.client.command.CommandFactory;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.JsonOption;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.home.ClientHome;
import org.sealpost.client.keys.CertificatesCommand;
import org.sealpost.client.keys.ConfigCommand;
import org.sealpost.client.keys.EnrolCommand;
import org.sealpost.client.keys.ExportCommand;
import org.sealpost.client.keys.OptionsCommand;
import org.sealpost.client.keys.PasswordCommand;
import org.sealpost.client.keys.RenewCommand;
import org.sealpost.client.keys.StatusCommand;
import org.sealpost.client.mail.ContactsCommand;
import org.sealpost.client.mail.ForwardCommand;
import org.sealpost.client.mail.InboxCommand;
import org.sealpost.client.mail.ReplyCommand;
import org.sealpost.client.mail.SendCommand;
import org.sealpost.client.screen.Failure;
import org.sealpost.client.screen.Failures;
import org.sealpost.client.screen.Terminal;
import org.sealpost.client.screen.Texts;
import org.sealpost.client.seal.OpenCommand;
import org.sealpost.client.seal.SealCommand;
import org.sealpost.client.seal.UnsealCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code sealpost}; each verb is a command class of its own below it. */
@Command(
        name = "sealpost",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        resourceBundle = Texts.BUNDLE,
        versionProvider = Main.Version.class)
public final class Main {
    /** All verbs, in the order of the help. */
    private static final List<Class<?>> VERBS = List.of(
            EnrolCommand.class,
            SendCommand.class,
            InboxCommand.class,
            OpenCommand.class,
            ReplyCommand.class,
            ForwardCommand.class,
            SealCommand.class,
            UnsealCommand.class,
            StatusCommand.class,
            OptionsCommand.class,
            PasswordCommand.class,
            RenewCommand.class,
            CertificatesCommand.class,
            ExportCommand.class,
            ContactsCommand.class,
            ConfigCommand.class,
            AdminCommand.class);

    private Main() {}

    public static void main(String[] arguments) {
        Surroundings here =
                surroundings(Terminal.ofProcess(), System.getenv(), Path.of(System.getProperty("user.home")));
        System.exit(run(here, arguments));
    }

    /** The surroundings of a process. */
    static Surroundings surroundings(Terminal terminal, Map<String, String> environment, Path userFolder) {
        return new Surroundings(
                terminal,
                new Texts(Locale.getDefault()),
                ClientHome.of(environment, userFolder),
                Clock.systemUTC(),
                new SecureRandom());
    }

    /** Exit status as {@link Exit} says; 2 for wrong usage is the convention of {@code getopt} programs. */
    static int run(Surroundings here, String... arguments) {
        if (arguments.length == 0) {
            commandLine(here).usage(here.terminal().err());
            return Exit.USAGE;
        }
        return commandLine(here, arguments).execute(arguments);
    }

    /** The whole command with all of its verbs. */
    static CommandLine commandLine(Surroundings here) {
        return withVerbs(here, VERBS, AdminCommand.VERBS);
    }

    /** The command with the verb that is wanted; looking at all the others would double the time of a start. */
    private static CommandLine commandLine(Surroundings here, String... arguments) {
        return withVerbs(here, wanted(VERBS, arguments, 0), wanted(AdminCommand.VERBS, arguments, 1));
    }

    /** The one that is named at a place of the command line; all when none is. */
    private static List<Class<?>> wanted(List<Class<?>> verbs, String[] arguments, int place) {
        List<Class<?>> wanted = verbs.stream()
                .filter(verb -> arguments.length > place && names(verb).contains(arguments[place]))
                .toList();
        return wanted.isEmpty() ? verbs : wanted;
    }

    private static List<String> names(Class<?> verb) {
        Command command = verb.getAnnotation(Command.class);
        return Stream.concat(Stream.of(command.name()), Stream.of(command.aliases()))
                .toList();
    }

    private static CommandLine withVerbs(
            Surroundings here, List<Class<?>> verbs, List<Class<?>> verbsOfAdministrators) {
        CommandFactory factory = new CommandFactory(here);
        CommandLine command = new CommandLine(new Main(), factory);
        for (Class<?> verb : verbs) {
            CommandLine one = new CommandLine(verb, factory);
            if (verb == AdminCommand.class) {
                verbsOfAdministrators.forEach(each -> one.addSubcommand(new CommandLine(each, factory)));
            }
            command.addSubcommand(one);
        }
        return command.setOut(here.terminal().out())
                .setErr(here.terminal().err())
                .setExecutionExceptionHandler((failure, verb, parsed) -> tell(here, verb, failure));
    }

    private static int tell(Surroundings here, CommandLine verb, Exception failure) throws Exception {
        Optional<Failure> words = new Failures(here.texts()).of(failure);
        if (words.isEmpty()) {
            throw failure;
        }
        boolean json = verb.getMixins().values().stream()
                .anyMatch(mixin -> mixin instanceof JsonOption option && option.wanted());
        if (json) {
            here.terminal().out().println(words.get().json());
        }
        here.terminal().err().println("sealpost: " + words.get().cause());
        if (!words.get().next().isEmpty()) {
            here.terminal().err().println(words.get().next());
        }
        return failure instanceof UsageProblem ? Exit.USAGE : Exit.REFUSED;
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
