package org.sealpost.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.MailProgram;
import org.sealpost.crypto.Passphrase;
import org.sealpost.epf.DamagedSecurityFile;
import org.sealpost.epf.SecurityFileStore;
import org.sealpost.model.MailboxNotKnown;
import org.sealpost.model.MailboxOptions;
import org.sealpost.model.MailboxState;

class RoamingServiceTest {
    private final Office office = new Office();
    private final RoamingService service = office.get(RoamingService.class);
    private final OwnSecurityService security = office.get(OwnSecurityService.class);

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aFileIsLeftReplacedAndTakenAway() {
        enable();
        assertThat(load()).isEmpty();
        store(new byte[] {1});
        store(new byte[] {2});
        assertThat(load()).hasValueSatisfying(file -> assertThat(file).containsExactly(2));
        assertThat(office.call(security::status).fileOnServer()).isTrue();
        office.assembly.run(service::delete);
        assertThat(load()).isEmpty();
        assertThatThrownBy(() -> office.assembly.run(service::delete)).isInstanceOf(NoRoamingFile.class);
    }

    @Test
    void whatIsTooLargeOrWithoutAMailboxIsRefused() {
        assertThatThrownBy(() -> store(new byte[] {1})).isInstanceOf(MailboxNotKnown.class);
        enable();
        assertThatThrownBy(() -> store(new byte[SecurityFileStore.LARGEST + 1]))
                .isInstanceOf(SecurityFileTooLarge.class);
    }

    @Test
    void thePasswordOfNoFileOrADamagedOneIsNotChanged() {
        enable();
        try (Passphrase old = Passphrase.copyOf("old password");
                Passphrase next = Passphrase.copyOf("new password")) {
            assertThatThrownBy(() -> office.assembly.run(() -> service.changePassword(old, next)))
                    .isInstanceOf(NoRoamingFile.class);
            store(new byte[] {1, 2, 3});
            assertThatThrownBy(() -> office.assembly.run(() -> service.changePassword(old, next)))
                    .isInstanceOf(DamagedSecurityFile.class);
        }
        assertThat(load()).hasValueSatisfying(file -> assertThat(file).containsExactly(1, 2, 3));
    }

    @Test
    void ownSecurityTellsStateOptionsAndToken() {
        OwnSecurity before = office.call(security::status);
        assertThat(before.state()).isEqualTo(MailboxState.NOT_ENABLED);
        assertThat(before.tokenExpiresAt()).isEmpty();
        assertThatThrownBy(() -> choose(new MailboxOptions(false, true))).isInstanceOf(MailboxNotKnown.class);
        enable();
        choose(new MailboxOptions(false, true));
        OwnSecurity after = office.call(security::status);
        assertThat(after.state()).isEqualTo(MailboxState.TOKEN_OUT);
        assertThat(after.options()).isEqualTo(new MailboxOptions(false, true));
        assertThat(after.tokenExpiresAt())
                .isEqualTo(Optional.of(office.clock.instant().plus(TokenDesk.LIFETIME)));
        OwnSecurity seenByAdministrator = office.call(() -> security.status(TestPeople.ALICE.id()));
        assertThat(seenByAdministrator).isEqualTo(after);
    }

    @Test
    void whoeverWasNeverEnabledReadsWithNothing() {
        assertThatThrownBy(() -> office.assembly.run(() -> security.readWith(MailProgram.THUNDERBIRD)))
                .isInstanceOf(MailboxNotKnown.class);
        enable();
        office.assembly.run(() -> security.readWith(MailProgram.OTHER));
        assertThat(office.call(security::status).program()).isEqualTo(MailProgram.OTHER);
    }

    private void enable() {
        office.call(() -> office.get(EnablementService.class).enable(TestPeople.ALICE.id()));
    }

    private void store(byte[] epf) {
        office.assembly.run(() -> service.store(epf));
    }

    private Optional<byte[]> load() {
        return office.call(service::load);
    }

    private void choose(MailboxOptions options) {
        office.assembly.run(() -> security.choose(options));
    }
}
