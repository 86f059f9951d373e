package org.sealpost.peers;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sealpost.peers.Cast.Person;
import org.sealpost.pki.Certificates;

/**
 * The cast's mail in Thunderbird: keys are imported as its certificate manager does it, messages are opened in a tab and
 * read off the window, and what it sends waits in its outbox.
 */
final class Thunderbird implements AutoCloseable {

    private static final Path OUTBOX = Path.of("Mail", "Local Folders", "Unsent Messages");

    private final Command command;
    private final ThunderbirdProgram program;
    private int files;

    Thunderbird(Path folder) throws IOException, InterruptedException {
        command = new Command(folder, Map.of());
        command.write("password.txt", Cast.PASSWORD + "\n");
        program = new ThunderbirdProgram(folder);
        program.trust(Certificates.der(Cast.AUTHORITY.certificate()));
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
        JsonObject imported = program.run("import.js", command.file(file).toString(), Cast.PASSWORD);
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
        JsonObject shown = program.run("show.js", command.file(file).toString(), signed);
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
        Path outbox = program.profile().resolve(OUTBOX);
        int before = Files.exists(outbox) ? Math.toIntExact(Files.size(outbox)) : 0;
        program.run("send.js", from.address(), to.address(), signs, encrypts);
        byte[] all = Files.readAllBytes(outbox);
        String one = new String(all, before, all.length - before, StandardCharsets.ISO_8859_1);
        return Wire.bytes(
                one.substring(one.indexOf('\n') + 1)); // without the line that parts messages in a mailbox file
    }

    @Override
    public void close() throws IOException {
        program.close();
    }
}
