package org.sealpost.client.seal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sealpost.client.command.ConnectionOptions;
import org.sealpost.client.command.Exit;
import org.sealpost.client.command.Refused;
import org.sealpost.client.command.SecurityFileOptions;
import org.sealpost.client.command.Surroundings;
import org.sealpost.client.command.UsageProblem;
import org.sealpost.client.home.SpooledInput;
import org.sealpost.client.screen.Failure;
import org.sealpost.client.screen.Progress;
import org.sealpost.client.server.KeyManagerClient;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.epf.SecurityFile;
import org.sealpost.mime.Address;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.smime.SignatureForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seals a message that is piped in. */
@Command(name = "seal")
public final class SealCommand implements Callable<Integer> {
    private final Surroundings here;

    @Mixin
    SecurityFileOptions securityFile = new SecurityFileOptions();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    ReportFile report = new ReportFile();

    @Option(names = "--to", paramLabel = "ADDRESS", arity = "1..*")
    List<String> to = new ArrayList<>();

    @Option(names = "--format", paramLabel = "NAME", completionCandidates = Formats.class)
    @Nullable
    String format;

    @Option(names = "--no-sign")
    boolean unsigned;

    @Option(names = "--no-encrypt")
    boolean unencrypted;

    @Option(names = "--file")
    boolean file;

    @Option(names = "--in", paramLabel = "FILE")
    @Nullable
    Path source;

    @Option(names = "--offline")
    boolean offline;

    public SealCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException {
        if (unsigned && unencrypted) {
            throw new UsageProblem("nothing-to-do", "--no-sign", "--no-encrypt");
        }
        if (!unencrypted && to.isEmpty()) {
            throw new UsageProblem("option-missing", "--to");
        }
        return report.reporting(here.texts(), SealCommand::refused, this::seal);
    }

    private static JsonObject refused(Failure failure) {
        return Json.createObjectBuilder()
                .add("result", "refused")
                .add("problem", failure.json())
                .build();
    }

    private int seal() throws IOException {
        OutputStream out = here.terminal().octetsOut();
        try (SecurityFile keys = securityFile.open(here)) {
            Optional<Correspondents> people = unencrypted ? Optional.empty() : Optional.of(find(keys));
            InputStream in = source == null ? here.terminal().octetsIn() : InputStream.nullInputStream();
            try (SpooledInput piped = SpooledInput.of(in, here.providers(), here.random())) {
                seal(source == null ? piped : MessageSource.of(source), keys, people, out);
            }
        }
        out.flush();
        return Exit.DONE;
    }

    private void seal(MessageSource in, SecurityFile keys, Optional<Correspondents> people, OutputStream out)
            throws IOException {
        Sealing sealing = new Sealing(here, keys);
        MessageSource message = new Progress(here.terminal()).watching(message(in, keys.mailbox()));
        SignatureForm form = file ? SignatureForm.OPAQUE : SignatureForm.CLEAR;
        if (people.isEmpty()) {
            sealing.sign(message, form, out);
            report.write(sealed(Optional.empty(), 0));
            return;
        }
        EncryptionFormat used =
                sealing.encrypt(message, people.get(), format, unsigned ? Optional.empty() : Optional.of(form), out);
        report.write(sealed(Optional.of(used), people.get().recipients().size()));
        here.say("seal.done", used.displayName(), people.get().recipients().size());
    }

    private JsonObject sealed(Optional<EncryptionFormat> used, int recipients) {
        JsonObjectBuilder facts = Json.createObjectBuilder()
                .add("result", "sealed")
                .add("signed", !unsigned)
                .add("encrypted", used.isPresent())
                .add("recipients", recipients);
        used.ifPresent(format -> facts.add("format", format.displayName()));
        return facts.build();
    }

    private MessageSource message(MessageSource in, String mailbox) throws IOException {
        if (file) {
            return new FileMessage(mailbox, in);
        }
        MessageSource message = WithoutBcc.of(in);
        warnOfAnotherAuthor(message, mailbox);
        return message;
    }

    private Correspondents find(SecurityFile keys) {
        Trust trust = new Trust(here, TrustOptions.of(offline), connection);
        RecipientBook book = new RecipientBook(here, keys, trust.of(keys));
        Correspondents people = find(book);
        if (!people.notEnabled().isEmpty()) {
            throw new Refused("not-enabled", String.join(", ", people.notEnabled()));
        }
        return people;
    }

    private Correspondents find(RecipientBook book) {
        if (offline || !connection.known(here)) {
            return book.find(to, Optional.empty());
        }
        try (KeyManagerClient server = connection.open(here)) {
            return book.find(to, Optional.of(server));
        }
    }

    /** Whoever opens the message is told then that the signer is not the author. */
    private void warnOfAnotherAuthor(MessageSource message, String mailbox) throws IOException {
        Optional<Address> author =
                new MessageReader(MimeLimits.STANDARD).headers(message).singleAuthor();
        if (!unsigned
                && author.filter(it -> it.spec().equalsIgnoreCase(mailbox)).isEmpty()) {
            here.say("seal.author", mailbox);
        }
    }
}
