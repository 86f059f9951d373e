package org.sealpost.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.est.EstRequest;
import org.sealpost.mime.Address;
import org.sealpost.mime.ForwardDraft;
import org.sealpost.mime.LinkMode;
import org.sealpost.mime.MessageReader;
import org.sealpost.mime.MessageSource;
import org.sealpost.mime.MimeLimits;
import org.sealpost.mime.ReadMessage;
import org.sealpost.mime.ReplyDraft;
import org.sealpost.pki.Certificates;
import org.sealpost.pki.SigningRequest;
import org.sealpost.protocol.SealpostException;
import org.sealpost.protocol.TokenCode;

/** One door through which strangers' bytes come in. */
enum Target {

    /** Sealed mail, around CMS of any kind. */
    CMS("smime/golden", ".eml") {
        @Override
        void take(byte[] input) throws IOException {
            Mailroom.open(Mailroom.around(input));
        }

        @Override
        byte[] seed(Path file) throws IOException {
            return Mailroom.cms(Files.readAllBytes(file));
        }
    },
    /** A whole message, as it is listed, opened, shown, answered and sent on. */
    MESSAGE("mail-corpus", ".msg") {
        @Override
        void take(byte[] input) throws IOException {
            MessageSource message = MessageSource.of(input);
            MessageReader reader = new MessageReader(MimeLimits.STANDARD);
            Mailroom.open(input);
            reader.summarise(message);
            ReadMessage read = reader.read(message);
            read.html(LinkMode.SHOWN);
            ReplyDraft.of(read, Address.of("bob@corp.example"), true);
            ForwardDraft.of(read);
        }
    },
    /** A sealed message as a whole, its MIME structure included. */
    SEALED_MESSAGE("smime/golden", ".eml") {
        @Override
        void take(byte[] input) throws IOException {
            MESSAGE.take(input);
        }
    },
    /** A security file. */
    PKCS12("fuzz/pkcs12", ".p12") {
        @Override
        void take(byte[] input) {
            try (Passphrase password = Passphrase.copyOf("fuzz")) {
                new SecurityFileStore(PROVIDERS, RANDOM).open(input, password).close();
            }
        }
    },
    /** A certificate in DER or PEM. */
    CERTIFICATE("smime/golden", ".pem") {
        @Override
        void take(byte[] input) {
            Mailroom.judge(Certificates.parse(input));
        }

        @Override
        byte[] seed(Path file) throws IOException {
            return Certificates.der(Certificates.parse(Files.readAllBytes(file)));
        }
    },
    /** A revocation list in DER or PEM. */
    REVOCATION_LIST("smime/golden", ".crl") {
        @Override
        void take(byte[] input) {
            Mailroom.judge(Certificates.parseCrl(input));
        }
    },
    /** A request for a certificate. */
    REQUEST("fuzz/request", ".der") {
        @Override
        void take(byte[] input) {
            SigningRequest.verify(PROVIDERS, input);
        }
    },
    /** A token as somebody typed it. */
    TOKEN("fuzz/token", ".txt") {
        @Override
        void take(byte[] input) {
            TokenCode.parse(new String(input, StandardCharsets.UTF_8));
        }
    },
    /** A message of CMP: header, protection, and what each kind of body asks for. */
    CMP("org/sealpost/cmp", ".der") {
        @Override
        void take(byte[] input) {
            Counter.read(input);
        }
    },
    /** A request of EST: PKCS #10 in base64, perhaps with a token in it. */
    EST("fuzz/est", ".b64") {
        @Override
        void take(byte[] input) {
            EstRequest.parse(PROVIDERS, input);
        }
    };

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final Providers PROVIDERS = Providers.best();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String folder;
    private final String suffix;

    Target(String folder, String suffix) {
        this.folder = folder;
        this.suffix = suffix;
    }

    /** Takes it in whole. */
    abstract void take(byte[] input) throws IOException;

    /** A file of the corpus as input. */
    byte[] seed(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /** Takes it in, where a typed refusal is as good as anything. */
    void takeOrRefuse(byte[] input) {
        try {
            take(input);
        } catch (SealpostException refused) {
            // what it is for
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Good input, to begin with. */
    List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path file : files(RESOURCES.resolve(folder), suffix)) {
            seeds.add(seed(file));
        }
        return seeds;
    }

    /** What was found wrong once, and must not be again: every file named {@code finding-*}. */
    List<Path> findings() throws IOException {
        return files(RESOURCES.resolve("fuzz").resolve(folderOfFindings()), "").stream()
                .filter(it -> it.getFileName().toString().startsWith("finding-"))
                .toList();
    }

    String folderOfFindings() {
        return name().toLowerCase(Locale.ROOT).replace("_", "-");
    }

    private static List<Path> files(Path in, String suffix) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
        }
    }

    static void drain(MessageSource source) throws IOException {
        try (InputStream in = source.open()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
