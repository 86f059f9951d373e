package org.sealpost.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.sealpost.protocol.SealpostException;

/** The two doors of ACME through which strangers' bytes come in; the names are those that {@code src/bin/fuzz} takes. */
enum AcmeTarget {
    /**
     * A request: its envelope, its key and its signature; and what it asks for, which is looked at field by field, signed or
     * not, because nobody changes a signed one by chance so that its signature still holds.
     */
    ACME_REQUEST {
        @Override
        void take(byte[] input) {
            refusing(() -> envelope(input));
            Json inside = Json.parse("wish", input);
            refusing(() -> AccountKey.of(inside.members()));
            refusing(() -> inside.object("jwk").ifPresent(key -> AccountKey.of(key.members())));
            refusing(() -> inside.object("oldKey").ifPresent(key -> AccountKey.of(key.members())));
            refusing(() -> inside.objects("identifiers").ifPresent(all -> all.forEach(one -> one.needed("type"))));
            refusing(() -> inside.objects("identifiers").ifPresent(all -> all.forEach(one -> one.needed("value"))));
            refusing(() -> inside.texts("contact"));
            refusing(() -> inside.number("reason"));
            refusing(() -> inside.flag("onlyReturnExisting"));
            for (String name : List.of("csr", "certificate", "status", "account")) {
                refusing(() -> inside.text(name).ifPresent(SignedRequest::decoded));
            }
        }
    },
    /** A mail that claims to answer a challenge: what it says, and whether its author's domain vouches for it. */
    ACME_MAIL {
        @Override
        void take(byte[] input) {
            PartnerMail.read(input, "corp.example");
            new DkimCheck(RECORDS).of(input, "partner.example");
        }
    };

    private static final Path RESOURCES = Path.of("src", "test", "resources", "fuzz");
    private static final String FINDING = "finding-";

    /** Every domain has the key that the seeds are signed with, by every name. */
    private static final PublicKeyRecordRetriever RECORDS = (method, selector, domain) -> List.of(record());

    /** Takes it in whole. */
    abstract void take(byte[] input);

    /** Takes it in, where a typed refusal is as good as anything. */
    final void takeOrRefuse(byte[] input) {
        refusing(() -> take(input));
    }

    private static void refusing(Runnable reading) {
        try {
            reading.run();
        } catch (SealpostException refused) {
            // what it is for
            return;
        }
    }

    private static void envelope(byte[] input) {
        SignedRequest request = SignedRequest.parse(input);
        refusing(request::url);
        refusing(request::nonce);
        refusing(request::account);
        refusing(() -> {
            AccountKey key = request.key();
            SignedRequest.parse(request.verify(key));
        });
    }

    /** Good input, to begin with. */
    List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(".json") || name.endsWith(".eml")) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        return seeds;
    }

    /** What was found wrong once, and must not be again. */
    List<Path> findings() throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().startsWith(FINDING))
                .toList();
    }

    private List<Path> files() throws IOException {
        Path folder = RESOURCES.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String record() {
        try {
            return Files.readString(RESOURCES.resolve("acme-mail").resolve("record.txt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
