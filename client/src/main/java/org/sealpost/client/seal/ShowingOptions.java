package org.sealpost.client.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.home.PrivateFile;
import org.sealpost.mime.Attachment;
import org.sealpost.mime.Correspondent;
import org.sealpost.mime.MessageHeaders;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;
import picocli.CommandLine.Option;

/** How an opened message is given out: as it is, as text to read, its attachments as files. */
public final class ShowingOptions {
    private static final int MOST_NUMBERS = 10_000;

    @Option(names = "--text")
    boolean text;

    @Option(names = "--raw")
    boolean raw;

    @Option(names = "--attachments", paramLabel = "FOLDER")
    @Nullable
    Path attachments;

    /** Gives the message out. */
    public void show(Surroundings here, MessageSource message) throws IOException {
        if (attachments != null) {
            save(here, attachments, message);
        }
        if (!raw && (text || here.terminal().onScreen())) {
            print(here, new MessageReader(MimeLimits.STANDARD).read(message));
        } else {
            OutputStream out = here.terminal().octetsOut();
            try (InputStream in = message.open()) {
                in.transferTo(out);
            }
            out.flush();
        }
    }

    private static void print(Surroundings here, ReadMessage message) {
        PrintWriter out = here.terminal().out();
        MessageHeaders headers = message.headers();
        line(here, "message.from", people(headers.from()));
        line(here, "message.to", people(headers.to()));
        line(here, "message.cc", people(headers.cc()));
        headers.date().ifPresent(date -> line(here, "message.date", here.texts().moment(date)));
        line(here, "message.subject", headers.subject());
        message.attachments().forEach(one -> line(here, "message.attachment", one.fileName()));
        out.println();
        out.println(harmless(message.text().stripTrailing()));
    }

    private static void line(Surroundings here, String key, String value) {
        if (!value.isEmpty()) {
            here.terminal().out().println(here.texts().of(key, harmless(value)));
        }
    }

    /** Control characters could make the terminal show, or do, something else. */
    static String harmless(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String people(List<Correspondent> people) {
        return people.stream().map(Correspondent::shown).collect(Collectors.joining(", "));
    }

    private static void save(Surroundings here, Path folder, MessageSource message) throws IOException {
        PrivateFile.makeFolder(folder);
        for (Attachment one :
                new MessageReader(MimeLimits.STANDARD).read(message).attachments()) {
            Path file = free(folder, one.fileName());
            PrivateFile.write(file, out -> {
                try (InputStream in = one.content().open()) {
                    in.transferTo(out);
                }
            });
            here.say("open.saved", file);
        }
    }

    /** Never in the place of a file that is there: the name gets a number then. */
    private static Path free(Path folder, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        Path file = folder.resolve(name);
        for (int number = 2; Files.exists(file); number++) {
            if (number > MOST_NUMBERS) {
                throw new FileAlreadyExistsException(file.toString());
            }
            file = folder.resolve(stem + " (" + number + ")" + ending);
        }
        return file;
    }
}
