package org.sealpost.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.Agreed;
import org.sealpost.approval.ApprovalOffice;
import org.sealpost.approval.Requested;
import org.sealpost.assembly.Assembly;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.EncryptionFormat;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.model.Act;
import org.sealpost.model.AuditRecord;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SecuritySettingsRepository;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.settings.SettingsService;

class FormatsServiceTest {
    private static final FormatPolicy HISTORICAL =
            new FormatPolicy(Edition.NORTH_AMERICAN, EncryptionFormat.CAST_64, EncryptionFormat.DES);

    private final ApprovalOffice office = new ApprovalOffice(Assembly.freshH2());
    private final FormatsService service = office.get(FormatsService.class);
    private final SettingsService settings = office.get(SettingsService.class);

    @BeforeEach
    void chooseModern() {
        office.get(ChangeFormats.class);
        office.inTransaction(() -> {
            office.get(SecuritySettingsRepository.class)
                    .add(new SecuritySettings(
                            FormatPolicy.of(Edition.MODERN),
                            new SecuritySettings.Change("system", office.clock.instant(), "Set-up")));
            return true;
        });
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aChangeCountsAtOnceWhereNobodyElseIsNeeded() {
        assertThat(service.change(change(1, EncryptionFormat.DES))).isInstanceOf(Requested.CarriedOut.class);
        assertThat(settings.current().policy()).isEqualTo(HISTORICAL);
        assertThat(settings.current().change())
                .isEqualTo(new SecuritySettings.Change("ada", office.clock.instant(), "as in 1996"));
        assertThat(office.log()).singleElement().satisfies(said -> {
            assertThat(said.act()).isEqualTo(Act.CHANGE_FORMATS);
            assertThat(said.actor()).isEqualTo("ada");
            assertThat(said.details()).contains("AES_256_GCM", "CAST_64");
            assertThat(said.grounds().reason()).isEqualTo("as in 1996");
        });
    }

    @Test
    void itWaitsForAnotherPersonWhereThePolicySaysSoAndTakesEffectThen() {
        office.policy(SensitiveVerb.CHANGE_FORMATS, 1);
        Requested asked = service.change(change(1, EncryptionFormat.DES));
        assertThat(asked).isInstanceOf(Requested.Waiting.class);
        assertThat(settings.current().number()).isEqualTo(1);
        assertThat(office.as("olga").agree(asked.request())).isInstanceOf(Agreed.CarriedOut.class);
        assertThat(settings.current().policy()).isEqualTo(HISTORICAL);
        assertThat(settings.current().change().by()).isEqualTo("ada");
        assertThat(office.log())
                .filteredOn(said -> said.act() == Act.CHANGE_FORMATS)
                .extracting(AuditRecord::actor, said -> said.grounds().approvers())
                .containsExactly(tuple("ada", "olga"));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        service.change(change(1, EncryptionFormat.DES));
        assertThatThrownBy(() -> service.change(change(1, EncryptionFormat.CAST_40)))
                .isInstanceOfSatisfying(FormatsChangedMeanwhile.class, meanwhile -> assertThat(meanwhile.arguments())
                        .containsExactly("ada", 2));
        assertThat(settings.current().number()).isEqualTo(2);
    }

    @Test
    void aChangeThatWasOvertakenWhileItWaitedFails() {
        office.policy(SensitiveVerb.CHANGE_FORMATS, 1);
        Requested first = service.change(change(1, EncryptionFormat.DES));
        Requested second = service.change(change(1, EncryptionFormat.CAST_40));
        office.as("olga").agree(first.request());
        assertThat(office.agree(second.request())).isInstanceOf(Agreed.Failed.class);
        assertThat(settings.current().policy()).isEqualTo(HISTORICAL);
    }

    @Test
    void formatsThatDoNotGoTogetherAreRefusedBeforeAnybodyIsAsked() {
        office.policy(SensitiveVerb.CHANGE_FORMATS, 1);
        assertThatThrownBy(() -> service.change(change(1, EncryptionFormat.AES_128_CBC)))
                .isInstanceOf(UnusableFormats.class);
        assertThat(office.log()).isEmpty();
    }

    @Test
    void thoseWhoAgreeAreToldWhatWillCount() {
        String payload = FormatPayload.of(change(1, EncryptionFormat.DES)).json();
        assertThat(office.get(ChangeFormats.class).explain(payload).arguments())
                .containsExactly(Edition.NORTH_AMERICAN, EncryptionFormat.CAST_64, EncryptionFormat.DES);
    }

    private static FormatChange change(int basedOn, EncryptionFormat floor) {
        return new FormatChange(
                basedOn, Edition.NORTH_AMERICAN, EncryptionFormat.CAST_64, floor, "as in 1996", "CHG-1");
    }
}
