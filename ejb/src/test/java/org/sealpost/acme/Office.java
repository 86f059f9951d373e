package org.sealpost.acme;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.Staff;
import org.sealpost.assembly.TestClock;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.lock.TestLock;
import org.sealpost.mime.Address;
import org.sealpost.model.AcmeOrder;
import org.sealpost.model.AcmeRepository;
import org.sealpost.model.PartnerCertificateRepository;
import org.sealpost.pki.RevocationReason;
import org.sealpost.pki.SigningRequest;
import org.sealpost.revocation.ListPublisher;
import org.sealpost.settings.AcmeConfiguration;

/** An organisation that lets partners at partner.example have certificates; Alice at friends.example is its own. */
final class Office implements AutoCloseable {
    final TestClock clock = new TestClock();
    final Map<String, String> settings = new HashMap<>(Map.of(
            "sealpost.acme", "on",
            "sealpost.acme.domains", "partner.example friends.example",
            "sealpost.acme.from", "acme@corp.example",
            "sealpost.acme.smtp.url", "smtp://127.0.0.1:1",
            "sealpost.acme.imap.url", "imap://127.0.0.1:1",
            "sealpost.acme.user", "acme",
            "sealpost.acme.password.file", Path.of("nowhere").toString()));
    private final Assembly assembly;

    Office() {
        this(Map.of());
    }

    /** @param more settings in the place of the usual ones */
    Office(Map<String, String> more) {
        settings.putAll(more);
        assembly = KeyManagers.assembly(clock, "anonymous")
                .give(AcmeConfiguration.class, AcmeConfiguration.from(settings::get))
                .give(ListPublisher.class, new NoPublisher())
                .give(Directory.class, new AliceAlone());
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(assembly).setUp(password);
        }
    }

    AcmeService service() {
        return get(AcmeService.class);
    }

    <T> T get(Class<T> type) {
        return assembly.get(type);
    }

    void run(Runnable work) {
        assembly.run(work);
    }

    /** Asks something, in a transaction. */
    <T> T call(Supplier<T> work) {
        return assembly.inTransaction(work);
    }

    /** A request comes in, in a transaction as the container makes it. */
    AcmeAnswer post(AcmePath path, String body) {
        return assembly.inTransaction(() -> service().post(path, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The domain name system says this. */
    void records(PublicKeyRecordRetriever records) {
        assembly.give(DomainKeys.class, new DomainKeys() {
            @Override
            public List<String> getRecords(CharSequence method, CharSequence selector, CharSequence domain)
                    throws TempFailException, PermFailException {
                return records.getRecords(method, selector, domain);
            }
        });
    }

    /** An order as it is kept. */
    AcmeOrder kept(String id) {
        return assembly.inTransaction(() -> get(AcmeRepository.class).order(id).orElseThrow());
    }

    /** The right mail comes in for an order. */
    void answer(Partner partner, AcmeAnswer.Order order) {
        String token = kept(order.id()).mailedPart().orElseThrow() + order.fetchedPart();
        String answer = AccountKey.of(partner.pair().getPublic()).answer(token);
        run(() -> get(Answers.class).take(new PartnerMail(order.id(), Address.of(order.address()), answer)));
    }

    /** An order whose address is proven. */
    AcmeAnswer.Order proven(Partner partner, String address) {
        AcmeAnswer.Order order = partner.order(address);
        answer(partner, order);
        return (AcmeAnswer.Order) partner.post(AcmePath.Kind.CHALLENGE, order.id(), "{}");
    }

    /** A partner's certificates end before their time. */
    void revokeAll(String address) {
        run(() -> get(PartnerCertificateRepository.class)
                .beginning(address, clock.instant(), 9)
                .forEach(one -> one.revoke(RevocationReason.KEY_COMPROMISE, clock.instant(), Optional.empty())));
    }

    /** The server was started anew with other domains; who finds partners is asked after that for the first time. */
    void allowOnly(String domains) {
        settings.put("sealpost.acme.domains", domains);
        assembly.give(AcmeConfiguration.class, AcmeConfiguration.from(settings::get));
    }

    /** Asks for the certificate of an order. */
    AcmeAnswer.Order finish(Partner partner, AcmeAnswer.Order order, byte[] request) {
        String wish = "{\"csr\":\"" + Partner.base64(request) + "\"}";
        return (AcmeAnswer.Order) partner.post(AcmePath.Kind.FINALIZATION, order.id(), wish);
    }

    static byte[] request(String address, KeyPair pair) {
        return SigningRequest.make(Providers.best(), address, pair);
    }

    @Override
    public void close() {
        assembly.close();
    }

    /** Lists are signed by others. */
    private static final class NoPublisher extends ListPublisher {
        @Override
        public void soon() {
            // nobody waits for a list
        }
    }

    /** A directory with one mailbox, at a domain of which partners are as well. */
    private static final class AliceAlone extends Directory {
        @Override
        public Optional<DirectoryEntry> byAddress(String address) {
            return Optional.of(address)
                    .filter("alice@friends.example"::equalsIgnoreCase)
                    .map(own -> new DirectoryEntry(Staff.id("alice"), own, "Alice", "alice", "", false));
        }
    }
}
