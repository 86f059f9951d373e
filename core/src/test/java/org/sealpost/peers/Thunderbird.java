package org.sealpost.peers;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sealpost.peers.Cast.Person;
import org.sealpost.pki.Certificates;

/**
 * Thunderbird itself, without a screen, with a profile of its own: keys are imported as its certificate manager does it,
 * messages are opened in a tab and read off the window, and what it sends waits in its outbox.
 */
final class Thunderbird implements AutoCloseable {

    private static final int STARTS_IN_SECONDS = 90;
    private static final Path OUTBOX = Path.of("Mail", "Local Folders", "Unsent Messages");

    private final Command command;
    private final Path profile;
    private final Process process;
    private final Marionette remote;
    private int files;

    Thunderbird(Path folder) throws IOException, InterruptedException {
        command = new Command(folder, Map.of());
        command.write("password.txt", Cast.PASSWORD + "\n");
        profile = Files.createDirectory(folder.resolve("profile"));
        int port = freePort();
        Files.writeString(
                profile.resolve("user.js"), resource("user.js") + "user_pref(\"marionette.port\", " + port + ");\n");
        process = start(folder);
        remote = connect(port);
        remote.run(
                resource("trust.js"),
                Base64.getEncoder().encodeToString(Certificates.der(Cast.AUTHORITY.certificate())));
    }

    private Process start(Path folder) throws IOException {
        List<String> words = List.of(
                "thunderbird",
                "--headless",
                "--marionette",
                "--remote-allow-system-access",
                "--no-remote",
                "--profile",
                profile.toString());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("thunderbird.log").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private Marionette connect(int port) throws IOException, InterruptedException {
        for (int tries = 4 * STARTS_IN_SECONDS; ; tries--) {
            try {
                return new Marionette(port);
            } catch (ConnectException e) {
                if (tries == 0 || !process.isAlive()) {
                    close();
                    throw new IOException(Files.readString(command.file("thunderbird.log")), e);
                }
                process.waitFor(250, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** Program and version, as the table's column is headed. */
    String name() {
        return command.run("thunderbird --version").replaceFirst("(?s).*Thunderbird (\\d+).*", "Thunderbird $1");
    }

    /**
     * Takes keys from a PKCS #12 file.
     *
     * @return the addresses in the certificates that it has a private key for, now
     * @throws PeerRefuses when it does not take the file
     */
    List<String> importKeys(byte[] pkcs12) throws IOException {
        String file = "keys" + ++files + ".p12";
        command.write(file, pkcs12);
        JsonObject imported =
                remote.run(resource("import.js"), command.file(file).toString(), Cast.PASSWORD);
        if (imported.get("code").getAsInt() != 0) {
            throw new PeerRefuses("import ends with " + imported.get("code"));
        }
        return imported.getAsJsonArray("own").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    /**
     * What its window says of a message.
     *
     * @param encryption empty when it was not encrypted, else 0 or the number of what is wrong (nsICMSMessageErrors)
     * @param signature the same for the signature
     * @param text what is to be read
     * @param attachments names of the files
     */
    record Shown(String encryption, String signature, String subject, String text, List<String> attachments) {}

    /**
     * Opens a message.
     *
     * @param signed whether a word about a signature is waited for
     */
    Shown show(byte[] message, boolean signed) throws IOException {
        String file = "message" + ++files + ".eml";
        command.write(file, message);
        JsonObject shown = remote.run(resource("show.js"), command.file(file).toString(), signed);
        return new Shown(
                shown.get("encryption").getAsString(),
                shown.get("signature").getAsString(),
                shown.get("subject").getAsString(),
                shown.get("text").getAsString(),
                shown.getAsJsonArray("attachments").asList().stream()
                        .map(JsonElement::getAsString)
                        .toList());
    }

    /**
     * Writes a message and leaves it in the outbox.
     *
     * @param from signs, when {@code signs}
     * @param to is encrypted to, when {@code encrypts}
     * @return the message as it would have been sent
     * @throws PeerRefuses when it does not, with what it tells its user
     */
    byte[] send(Person from, Person to, boolean signs, boolean encrypts) throws IOException {
        Path outbox = profile.resolve(OUTBOX);
        int before = Files.exists(outbox) ? Math.toIntExact(Files.size(outbox)) : 0;
        remote.run(resource("send.js"), from.address(), to.address(), signs, encrypts);
        byte[] all = Files.readAllBytes(outbox);
        String one = new String(all, before, all.length - before, StandardCharsets.ISO_8859_1);
        return Wire.bytes(
                one.substring(one.indexOf('\n') + 1)); // without the line that parts messages in a mailbox file
    }

    private static String resource(String name) {
        try (InputStream in = Thunderbird.class.getResourceAsStream("thunderbird/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (remote != null) {
            remote.close();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
