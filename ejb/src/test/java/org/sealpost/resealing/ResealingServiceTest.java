package org.sealpost.resealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.assembly.ForeignCorp;
import org.sealpost.crypto.Capabilities;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.crypto.MailProgram;
import org.sealpost.crypto.Passphrase;
import org.sealpost.enrolment.OwnSecurityService;
import org.sealpost.epf.SecurityFile;
import org.sealpost.epf.WrongPassword;
import org.sealpost.mailbox.PasswordEntry;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.FormatCount;
import org.sealpost.model.MailboxId;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;
import org.sealpost.pki.CertificateProfile;

/** By whom it is begun and when not, what is written down of it, and what is not touched. */
class ResealingServiceTest {
    private final Cabinet cabinet = new Cabinet();
    private final Tables tables = new Tables(cabinet.alice.get(DataSource.class));

    @AfterEach
    void close() {
        cabinet.close();
    }

    private void deliver(int messages) {
        for (int i = 0; i < messages; i++) {
            cabinet.deliver(EncryptionFormat.DES);
        }
    }

    @Test
    void whoeverElseHasTheCopyKeepsIt() {
        long id = cabinet.deliver(EncryptionFormat.DES);
        byte[] old = cabinet.octets(id);
        cabinet.share(id, new MailboxId("id-bob"));
        long shared = cabinet.alice.call(() -> cabinet.message(id).content().id());
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.octets(id)).isNotEqualTo(old);
        assertThat(tables.number("select size_bytes from mail_content where id = " + shared))
                .isEqualTo(old.length);
    }

    @Test
    void nothingInClearAndNoKeyIsWritten() {
        deliver(5);
        cabinet.begin();
        cabinet.work();
        String written = tables.dump();
        String clear = HexFormat.of().formatHex("The plans for".getBytes(StandardCharsets.US_ASCII));
        assertThat(written).contains("RESEALING").doesNotContain(clear, "The plans for", Cabinet.PASSWORD);
    }

    @Test
    void aWrongPasswordBeginsNothing() {
        deliver(5);
        assertThatThrownBy(() -> cabinet.begin("wrong river morning", cabinet.consent))
                .isInstanceOf(WrongPassword.class);
        assertThat(cabinet.standing().run()).isEmpty();
    }

    /** What would be sealed could not be opened with it. */
    @Test
    void aFileWithoutTheKeyOfTodayBeginsNothing() {
        deliver(1);
        ForeignCorp corp =
                new ForeignCorp("Corp", cabinet.alice.clock().instant().minus(Duration.ofDays(1)));
        SecurityFile other = new SecurityFile(
                cabinet.alice.file().mailbox(),
                cabinet.alice.file().signing(),
                List.of(corp.issue(CertificateProfile.ENCRYPTION, "alice@corp.example", Capabilities.OWN)),
                cabinet.alice.file().authorities());
        try (Passphrase password = Passphrase.copyOf(Cabinet.PASSWORD)) {
            byte[] epf = Cabinet.FILES.seal(other, password);
            PasswordEntry entry = new PasswordEntry(password, Optional.of(epf));
            assertThatThrownBy(() -> cabinet.alice.run(() -> cabinet.service.begin(entry, cabinet.consent)))
                    .isInstanceOf(CurrentKeyMissing.class);
        }
        assertThat(cabinet.standing().run()).isEmpty();
    }

    /** Whoever reads with another program gets what that program reads, and nothing stronger is made weaker. */
    @Test
    void theOwnersMailProgramDecidesToo() {
        long old = cabinet.deliver(EncryptionFormat.DES);
        long strong = cabinet.deliver(EncryptionFormat.AES_256_GCM);
        cabinet.alice.run(() -> cabinet.alice.get(OwnSecurityService.class).readWith(MailProgram.THUNDERBIRD));
        assertThat(cabinet.standing().format()).contains(EncryptionFormat.AES_256_CBC);
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.format(old)).contains("AES_256_CBC");
        assertThat(cabinet.format(strong)).contains("AES_256_GCM");
    }

    @Test
    void nothingIsMadeWeakerWhereTheOrganisationWritesWeaker() {
        cabinet.deliver(EncryptionFormat.AES_256_GCM);
        long cast = cabinet.deliver(EncryptionFormat.CAST_40);
        choose(Edition.NORTH_AMERICAN);
        assertThat(cabinet.standing().due()).isEqualTo(1);
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.format(cast)).contains("CAST_64");
        choose(Edition.LOCALIZED);
        assertThatThrownBy(cabinet::begin).isInstanceOf(NothingToReseal.class);
    }

    private void choose(Edition edition) {
        cabinet.alice.run(() -> {
            SecuritySettingsRepository all = cabinet.alice.get(SecuritySettingsRepository.class);
            SecuritySettings.Change change =
                    new SecuritySettings.Change("ada", cabinet.alice.clock().instant(), "test");
            all.add(all.current().orElseThrow().next(FormatPolicy.of(edition), change));
        });
    }

    @Test
    void administratorsSeeNumbersOnly() {
        deliver(2);
        cabinet.deliver(EncryptionFormat.AES_256_GCM);
        assertThat(cabinet.alice.call(
                        () -> cabinet.alice.get(StoredFormatsService.class).counts()))
                .containsExactlyInAnyOrder(new FormatCount("DES", 2), new FormatCount("AES_256_GCM", 1));
    }

    @Test
    void whereNothingIsDueNothingBegins() {
        cabinet.deliver(EncryptionFormat.AES_256_GCM);
        assertThatThrownBy(cabinet::begin).isInstanceOf(NothingToReseal.class);
        assertThat(cabinet.standing().run()).isEmpty();
    }

    @Test
    void theLogTellsBeginningAndEndInNumbers() {
        deliver(5);
        cabinet.begin();
        cabinet.work();
        assertThat(cabinet.records(Act.BEGIN_RESEALING)).singleElement().satisfies(said -> {
            assertThat(said.actor()).isEqualTo("alice");
            assertThat(said.details()).isEqualTo("5 to look at, to AES-256-GCM");
        });
        assertThat(cabinet.records(Act.END_RESEALING).stream().map(AuditRecord::details))
                .containsExactly("finished: 5 re-encrypted, 0 kept, 0 refused");
    }
}
