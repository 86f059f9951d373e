package org.sealpost.resealing;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.enrolment.Enrolled;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.mailbox.PasswordEntry;
import org.sealpost.mailbox.Trust;
import org.sealpost.mime.MessageSource;
import org.sealpost.model.Act;
import org.sealpost.model.AuditEntry;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.ContentRepository;
import org.sealpost.model.MailContent;
import org.sealpost.model.MailboxId;
import org.sealpost.model.MessageLabel;
import org.sealpost.model.Seal;
import org.sealpost.model.StoredMessage;
import org.sealpost.model.StoredMessageRepository;
import org.sealpost.smime.DecryptionKey;
import org.sealpost.smime.MessageOpener;
import org.sealpost.smime.OpenedMessage;
import org.sealpost.smime.OpeningPolicy;

/** Alice's enrolled mailbox with messages in it, and the server's threads, which run when the test says so. */
final class Cabinet implements AutoCloseable {
    static final Providers PROVIDERS = Providers.best();
    static final SecureRandom RANDOM = new SecureRandom();
    static final SecurityFileStore FILES = new SecurityFileStore(PROVIDERS, RANDOM, 1);
    static final String PASSWORD = "quiet river morning";
    final Enrolled alice = Enrolled.alice();
    final Consent consent = new Consent(alice.clock().instant().plus(Duration.ofHours(1)));
    final ResealingService service = alice.get(ResealingService.class);
    final ResealingSteps steps = alice.get(ResealingSteps.class);
    final NewEnvelope envelope = alice.get(NewEnvelope.class);
    final Maker maker = new Maker(alice);
    private final List<Runnable> tasks = new ArrayList<>();
    private long jobs = 1;

    Cabinet() {
        service.executor = executor();
        restart();
        try (Passphrase password = Passphrase.copyOf(PASSWORD)) {
            byte[] epf = FILES.seal(alice.file(), password);
            alice.run(() -> alice.get(RoamingService.class).store(epf));
        }
    }

    private ManagedExecutorService executor() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                Cabinet.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                    tasks.add((Runnable) arguments[0]);
                    return null;
                });
    }

    /** As after a start of the server: nothing is in memory. */
    void restart() {
        tasks.clear();
        service.rota = new ResealingRota();
        service.rota.clock = alice.clock();
        service.rota.steps = new TransactionalSteps(alice, steps);
    }

    void begin() {
        begin(PASSWORD, consent);
    }

    void begin(String typed, Consent given) {
        try (Passphrase password = Passphrase.copyOf(typed)) {
            alice.run(() -> service.begin(new PasswordEntry(password), given));
        }
    }

    /** The threads that were asked for have their time. */
    void work() {
        List<Runnable> now = List.copyOf(tasks);
        tasks.clear();
        now.forEach(Runnable::run);
    }

    ResealingStanding standing() {
        return alice.call(service::standing);
    }

    ResealingStanding.Run run() {
        return standing().run().orElseThrow();
    }

    List<AuditRecord> records(Act act) {
        return alice.call(() -> alice.get(AuditRepository.class).after(0, 1000).stream()
                .map(AuditEntry::said)
                .filter(said -> said.act() == act)
                .toList());
    }

    List<RefusedRow> refused() {
        return alice.call(() -> service.refused(Optional.empty(), 100)).rows();
    }

    /** Signed and sealed to alice in that format, and labelled so. */
    long deliver(EncryptionFormat format) {
        return deliver(
                maker.sealed(maker.signed(Maker.LETTER), format), Seal.SIGNED_AND_ENCRYPTED, Optional.of(format));
    }

    long deliver(byte[] octets, Seal seal, Optional<EncryptionFormat> format) {
        return alice.call(() -> {
            StoredMessage message = StoredMessage.received(jobs++, alice.id(), content(octets), label(seal, format));
            alice.get(StoredMessageRepository.class).add(message);
            return message.id();
        });
    }

    /** Somebody else has the same copy. */
    void share(long id, MailboxId other) {
        alice.run(() -> {
            StoredMessage message = message(id);
            alice.get(StoredMessageRepository.class)
                    .add(StoredMessage.received(jobs++, other, message.content(), message.label()));
        });
    }

    void delete(long id) {
        alice.run(() -> alice.get(StoredMessageRepository.class).remove(message(id)));
    }

    private MailContent content(byte[] octets) {
        try {
            return alice.get(ContentRepository.class).add(out -> out.write(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MessageLabel label(Seal seal, Optional<EncryptionFormat> format) {
        return new MessageLabel(
                "alice@corp.example",
                "Alice",
                "alice@corp.example",
                "Plans",
                seal,
                format.map(EncryptionFormat::name),
                false,
                alice.clock().instant());
    }

    StoredMessage message(long id) {
        return alice.get(StoredMessageRepository.class).byId(alice.id(), id).orElseThrow();
    }

    /** What the list says of its format. */
    Optional<String> format(long id) {
        return alice.call(() -> message(id).label().format());
    }

    byte[] octets(long id) {
        return alice.call(() -> octets(message(id).content().id(), message(id).size()));
    }

    private byte[] octets(long content, long size) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int position = 0; all.size() < size; position++) {
            all.writeBytes(
                    alice.get(ContentRepository.class).chunk(content, position).orElseThrow());
        }
        return all.toByteArray();
    }

    /** The message as alice opens it. */
    OpenedMessage open(byte[] octets) {
        try (DecryptionKey key = new DecryptionKey(alice.file().currentEncryption(), PROVIDERS)) {
            return new MessageOpener(PROVIDERS).open(MessageSource.of(octets), List.of(key), policy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OpeningPolicy policy() {
        return alice.call(() -> alice.get(Trust.class).policy(alice.clock().instant()));
    }

    @Override
    public void close() {
        alice.close();
    }
}
