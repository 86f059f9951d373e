package org.sealpost.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.assembly.Assembly;
import org.sealpost.assembly.Databases;
import org.sealpost.assembly.ForeignCorp;
import org.sealpost.assembly.KeyManagers;
import org.sealpost.assembly.Staff;
import org.sealpost.assembly.TestClock;
import org.sealpost.audit.Caller;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.Passphrase;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.directory.DirectoryEntry;
import org.sealpost.lock.TestLock;
import org.sealpost.mime.Address;
import org.sealpost.model.Act;
import org.sealpost.model.AuditQuery;
import org.sealpost.model.AuditRepository;
import org.sealpost.model.ContactKey;
import org.sealpost.model.MailboxId;
import org.sealpost.model.TrustTerms;
import org.sealpost.model.TrustedAuthority;
import org.sealpost.model.TrustedAuthorityRepository;
import org.sealpost.pki.CertificateProfile;
import org.sealpost.pki.Fingerprint;
import org.sealpost.pki.FingerprintNotConfirmed;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.MailDomains;
import org.sealpost.pki.OwnedKey;
import org.sealpost.smime.OpenedMessage;

class ContactServiceTest {
    private static final Providers PROVIDERS = Providers.best();
    private static final Capabilities ANNOUNCED = Capabilities.parse("AES_256_CBC AES_128_CBC");
    private static final Address ANN = Address.of("Ann", "ann@partner.example");

    private final TestClock clock = new TestClock();
    private final ForeignCorp partner =
            new ForeignCorp("Partner", clock.instant().minus(Duration.ofDays(1)));
    private final OwnedKey signs = partner.issue(CertificateProfile.SIGNING, ANN.spec(), ANNOUNCED);
    private final OwnedKey reads = partner.issue(CertificateProfile.ENCRYPTION, ANN.spec(), ANNOUNCED);
    private final Letters letters = new Letters(clock, ANNOUNCED);
    private String login = "alice";
    private Assembly assembly = open(Databases.H2);

    private Assembly open(Databases database) {
        Assembly opened = KeyManagers.assembly(database.fresh(), clock, new Caller(() -> login));
        opened.give(Directory.class, new Corp());
        try (Passphrase password = Passphrase.copyOf("correct horse battery")) {
            new TestLock(opened).setUp(password);
        }
        return opened;
    }

    /** A directory that knows everybody at corp.example and nobody else. */
    private static final class Corp extends Directory {
        private final Staff staff = new Staff();

        @Override
        public Optional<DirectoryEntry> byLogin(String login) {
            return staff.byLogin(login);
        }

        @Override
        public Optional<DirectoryEntry> byAddress(String address) {
            int at = address.indexOf('@');
            return address.endsWith("@corp.example") ? staff.byLogin(address.substring(0, at)) : Optional.empty();
        }
    }

    @AfterEach
    void close() {
        assembly.close();
    }

    private ContactService service() {
        return assembly.get(ContactService.class);
    }

    private OpenedMessage signed(OwnedKey by, OwnedKey... others) {
        return letters.signed("ann@partner.example", by, others);
    }

    private String fingerprint() {
        return Fingerprint.of(reads.certificate()).grouped();
    }

    private void add(OpenedMessage message, String fingerprint) {
        assembly.run(() -> service().add(message, ANN, fingerprint));
    }

    private List<ContactRow> all() {
        return assembly.inTransaction(() -> service().page(new ContactQuery("", Optional.empty(), 10)))
                .rows();
    }

    private Map<MailboxId, ContactKey> keys() {
        return assembly.inTransaction(() -> assembly.get(Contacts.class)
                .keys(List.of(assembly.get(Contacts.class)
                        .byAddress(Staff.id("alice"), ANN.spec())
                        .orElseThrow()
                        .id())));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCorrespondentIsAddedWithTheFingerprintOfTheEncryptionCertificate(Databases database) {
        assembly.close();
        assembly = open(database);
        OpenedMessage message = signed(signs, reads);
        Offer offer =
                assembly.inTransaction(() -> service().offer(message, ANN)).orElseThrow();
        assertThat(offer.fingerprint()).isEqualTo(Fingerprint.of(reads.certificate()));
        assertThat(offer.known()).isFalse();
        add(message, fingerprint());
        assertThat(all()).singleElement().satisfies(row -> {
            assertThat(row.address()).isEqualTo("ann@partner.example");
            assertThat(row.name()).isEqualTo("Ann");
            assertThat(row.reads()).containsExactly(EncryptionFormat.AES_256_CBC, EncryptionFormat.AES_128_CBC);
            assertThat(row.usable()).isTrue();
        });
        assertThat(keys().values()).containsExactly(new ContactKey(reads.certificate(), ANNOUNCED));
        assertThat(assembly.inTransaction(() -> service().offer(message, ANN))
                        .orElseThrow()
                        .known())
                .isTrue();
        assertThat(acts()).contains(Act.ADD_CONTACT);
    }

    private List<Act> acts() {
        return assembly
                .inTransaction(() -> assembly.get(AuditRepository.class).page(AuditQuery.ALL, Optional.empty(), 50))
                .rows()
                .stream()
                .map(entry -> entry.said().act())
                .toList();
    }

    @Test
    void withoutTheRightFingerprintNobodyIsAdded() {
        OpenedMessage message = signed(signs, reads);
        String signing = Fingerprint.of(signs.certificate()).grouped();
        for (String typed : new String[] {signing, "", "yes", fingerprint().substring(0, 30)}) {
            assertThatThrownBy(() -> add(message, typed)).isInstanceOf(FingerprintNotConfirmed.class);
        }
        assertThat(all()).isEmpty();
    }

    @Test
    void eachMailboxHasItsOwn() {
        add(signed(signs, reads), fingerprint());
        String id = all().get(0).id();
        login = "bob";
        assertThat(all()).isEmpty();
        assertThatThrownBy(() -> assembly.run(() -> service().remove(id))).isInstanceOf(NoSuchContact.class);
        assertThat(assembly.inTransaction(() -> assembly.get(Contacts.class).byAddress(Staff.id("bob"), ANN.spec())))
                .isEmpty();
        login = "alice";
        assembly.run(() -> service().remove(id));
        assertThat(all()).isEmpty();
        assertThat(acts()).contains(Act.REMOVE_CONTACT);
    }

    @Test
    void whoIsInTheDirectoryOrBringsNoKeyIsNotAdded() {
        OwnedKey bob = partner.issue(CertificateProfile.SIGNING, "bob@corp.example", ANNOUNCED);
        OwnedKey his = partner.issue(CertificateProfile.ENCRYPTION, "bob@corp.example", ANNOUNCED);
        OpenedMessage own = letters.signed("bob@corp.example", bob, his);
        Address address = Address.of("bob@corp.example");
        assertThat(assembly.inTransaction(() -> service().offer(own, address))).isEmpty();
        assertThatThrownBy(() -> assembly.run(() -> service().add(own, address, fingerprint())))
                .isInstanceOf(OwnCorrespondent.class);
        OpenedMessage bare = signed(signs);
        assertThat(assembly.inTransaction(() -> service().offer(bare, ANN))).isEmpty();
        assertThatThrownBy(() -> add(bare, fingerprint())).isInstanceOf(NoKeyOffered.class);
    }

    @Test
    void whoSignsForSomebodyElseOrNotAtAllIsNotAdded() {
        OwnedKey eve = partner.issue(CertificateProfile.SIGNING, "eve@partner.example", ANNOUNCED);
        assertThatThrownBy(() -> add(signed(eve, reads), fingerprint())).isInstanceOf(NoKeyOffered.class);
        byte[] plain = "From: ann@partner.example\r\nSubject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> add(letters.open(plain), fingerprint())).isInstanceOf(NoKeyOffered.class);
    }

    @Test
    void aNewerCertificateIsConfirmedByHandAgain() {
        add(signed(signs, reads), fingerprint());
        OwnedKey newer = partner.issue(CertificateProfile.ENCRYPTION, ANN.spec(), ANNOUNCED);
        OpenedMessage message = signed(signs, newer);
        assertThat(assembly.inTransaction(() -> service().offer(message, ANN))
                        .orElseThrow()
                        .known())
                .isFalse();
        assertThatThrownBy(() -> add(message, fingerprint())).isInstanceOf(FingerprintNotConfirmed.class);
        add(message, Fingerprint.of(newer.certificate()).hex());
        assertThat(all()).hasSize(1);
        assertThat(keys().values()).extracting(ContactKey::certificate).containsExactly(newer.certificate());
    }

    @Test
    void whoseCertificateATrustedAuthorityRevokedIsNotSealedTo() {
        add(signed(signs, reads), fingerprint());
        assertThat(keys()).hasSize(1);
        ForeignList list = ForeignList.read(
                partner.list(clock.instant(), reads.certificate()), partner.certificate(), PROVIDERS, clock.instant());
        assembly.run(() -> {
            TrustedAuthority authority = new TrustedAuthority(
                    ForeignAuthority.read(partner.encoded(), PROVIDERS, clock.instant()),
                    new TrustTerms(MailDomains.parse("partner.example"), "ada", clock.instant(), ""));
            assembly.get(TrustedAuthorityRepository.class).add(authority);
            authority.take(list, clock.instant(), false);
            assembly.get(TrustedAuthorityRepository.class).keep(authority, list);
        });
        assertThat(keys()).isEmpty();
        assertThat(all().get(0).usable()).isFalse();
    }

    @Test
    void whoseCertificateRanOutIsNotSealedTo() {
        add(signed(signs, reads), fingerprint());
        clock.pass(Duration.ofDays(600));
        assertThat(keys()).isEmpty();
    }
}
