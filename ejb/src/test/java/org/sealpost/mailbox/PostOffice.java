package org.sealpost.mailbox;

import jakarta.jms.JMSRuntimeException;
import jakarta.persistence.PersistenceException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sealpost.contact.Contacts;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.directory.TestDirectory;
import org.sealpost.enrolment.OwnMailbox;
import org.sealpost.enrolment.RoamingService;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.jobs.JobSubmission;
import org.sealpost.jobs.Submission;
import org.sealpost.mime.ThreadLinks;
import org.sealpost.model.Contact;
import org.sealpost.model.MailboxId;
import org.sealpost.model.SecuritySettings;
import org.sealpost.sending.RecipientStatus;
import org.sealpost.sending.SendingOptions;
import org.sealpost.settings.MailConfiguration;
import org.sealpost.settings.SecuritySettingsView;
import org.sealpost.settings.SettingsService;

/**
 * Sending as the container puts it together, over the sample organisation's real directory. The Key Manager's records
 * and the queue are what a test says they are; what would go to the queue is kept.
 */
final class PostOffice implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    static final Providers PROVIDERS = Providers.best();
    static final SecureRandom RANDOM = new SecureRandom();
    static final SecurityFileStore FILES = new SecurityFileStore(PROVIDERS, RANDOM, 1);

    /** Stands for any; nothing here looks into it. */
    static final byte[] CERTIFICATE = {0x30, 0};

    final List<Submission> sent = new ArrayList<>();
    final Map<String, RecipientStatus> statuses = new HashMap<>();
    final Map<String, Capabilities> reads = new HashMap<>();
    final Set<BigInteger> signing = new HashSet<>();
    final Map<String, DirectoryEntry> contacts = new HashMap<>();
    final SendingService sending = new SendingService();
    final SubmissionService submissions = new SubmissionService();
    final RecipientService recipients = new RecipientService();
    Optional<byte[]> roamingFile = Optional.empty();
    FormatPolicy policy = FormatPolicy.of(Edition.MODERN);
    boolean databaseDown;
    boolean queueDown;

    private final TestDirectory directory;

    PostOffice() throws Exception {
        directory = TestDirectory.sample();
        AddressBook book = new AddressBook();
        book.directory = directory();
        book.contacts = new People();
        RecipientLookup lookup = new RecipientLookup();
        lookup.book = book;
        lookup.standings = new Records();
        Decisions decisions = new Decisions();
        decisions.settings = new Formats();
        sending.own = new Alice();
        sending.lookup = lookup;
        sending.decisions = decisions;
        sending.outgoing = outgoing(lookup.standings);
        sending.jobs = new Queue();
        sending.clock = CLOCK;
        submissions.own = sending.own;
        submissions.lookup = lookup;
        submissions.jobs = sending.jobs;
        submissions.clock = CLOCK;
        recipients.lookup = new CertificateLookup();
        recipients.lookup.book = book;
        recipients.lookup.standings = lookup.standings;
    }

    private Outgoing outgoing(Standings standings) {
        SecurityFiles files = new SecurityFiles();
        files.store = FILES;
        files.roaming = new Roaming();
        Outgoing outgoing = new Outgoing();
        outgoing.securityFiles = files;
        outgoing.standings = standings;
        outgoing.settings = new Formats();
        outgoing.configuration = new MailConfiguration(false);
        outgoing.providers = PROVIDERS;
        outgoing.random = RANDOM;
        outgoing.clock = CLOCK;
        return outgoing;
    }

    private void requireDatabase() {
        if (databaseDown) {
            throw new PersistenceException("no connection");
        }
    }

    Directory directory() {
        return directory.directory();
    }

    /** Mail can be sealed to these. */
    PostOffice enabled(String... logins) {
        for (String login : logins) {
            statuses.put(login, RecipientStatus.ENABLED);
        }
        return this;
    }

    static Draft draft(List<String> to, List<String> cc, List<String> bcc, SendingOptions options) {
        return new Draft(
                UUID.randomUUID().toString(),
                to,
                cc,
                bcc,
                "Plans",
                "They are ready.",
                List.of(),
                ThreadLinks.NONE,
                options);
    }

    /** The message that went to the queue last. */
    String text() throws Exception {
        try (var in = sent.get(sent.size() - 1).message().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        directory.close();
    }

    private final class Alice extends OwnMailbox {
        @Override
        public DirectoryEntry entry() {
            return PostOffice.this.directory().byLogin("alice").orElseThrow();
        }
    }

    private final class Records extends Standings {
        @Override
        Map<MailboxId, Standing> of(Collection<MailboxId> ids) {
            requireDatabase();
            Map<MailboxId, Standing> standings = new HashMap<>();
            for (MailboxId id : ids) {
                String login = Contact.is(id)
                        ? id.value()
                        : PostOffice.this.directory().byId(id).orElseThrow().login();
                RecipientStatus status = statuses.getOrDefault(login, RecipientStatus.NOT_ENABLED);
                Optional<Capabilities> formats =
                        status.enabled() ? Optional.of(reads.getOrDefault(login, Capabilities.OWN)) : Optional.empty();
                standings.put(id, new Standing(status, formats));
            }
            return standings;
        }

        @Override
        Map<MailboxId, byte[]> certificates(Collection<MailboxId> ids) {
            Map<MailboxId, byte[]> certificates = new HashMap<>();
            of(ids).forEach((id, standing) -> standing.reads().ifPresent(reads -> certificates.put(id, CERTIFICATE)));
            return certificates;
        }

        @Override
        boolean signs(MailboxId id, BigInteger serial) {
            return signing.contains(serial);
        }
    }

    /** Alice's contacts. */
    private final class People extends Contacts {
        @Override
        public Optional<DirectoryEntry> byAddress(MailboxId owner, String address) {
            return Optional.ofNullable(contacts.get(address)).filter(one -> isAlice(owner));
        }

        @Override
        public List<DirectoryEntry> beginning(MailboxId owner, String text, int limit) {
            return contacts.values().stream()
                    .filter(one -> isAlice(owner) && one.address().startsWith(text))
                    .toList();
        }

        @Override
        public Optional<DirectoryEntry> partner(String address) {
            return Optional.empty();
        }

        private boolean isAlice(MailboxId owner) {
            return owner.equals(new Alice().entry().id());
        }
    }

    private final class Formats extends SettingsService {
        @Override
        public SecuritySettingsView current() {
            return new SecuritySettingsView(1, policy, new SecuritySettings.Change("root", CLOCK.instant(), "test"));
        }
    }

    private final class Roaming extends RoamingService {
        @Override
        public Optional<byte[]> load() {
            return roamingFile;
        }
    }

    private final class Queue extends JobSubmission {
        @Override
        public Optional<Long> earlier(MailboxId sender, String draftKey) {
            requireDatabase();
            return sent.stream()
                    .filter(one -> one.terms().draftKey().equals(draftKey))
                    .findFirst()
                    .map(one -> (long) sent.indexOf(one));
        }

        @Override
        public long submit(Submission submission) {
            if (queueDown) {
                throw new JMSRuntimeException("no broker");
            }
            sent.add(submission);
            return sent.size() - 1L;
        }
    }
}
