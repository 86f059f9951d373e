package org.sealpost.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.crypto.EncryptionFormat.AES_128_CBC;
import static org.sealpost.crypto.EncryptionFormat.AES_128_GCM;
import static org.sealpost.crypto.EncryptionFormat.AES_256_CBC;
import static org.sealpost.crypto.EncryptionFormat.AES_256_GCM;
import static org.sealpost.crypto.EncryptionFormat.CAST_40;
import static org.sealpost.crypto.EncryptionFormat.CAST_64;
import static org.sealpost.crypto.EncryptionFormat.DES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.approval.ApprovalPolicyService;
import org.sealpost.approval.Requested;
import org.sealpost.crypto.Edition;
import org.sealpost.crypto.FormatPolicy;
import org.sealpost.formats.FormatChange;
import org.sealpost.formats.FormatsService;
import org.sealpost.model.ApprovalPolicy;
import org.sealpost.model.FormatCount;
import org.sealpost.model.Page;
import org.sealpost.model.SecuritySettings;
import org.sealpost.model.SensitiveVerb;
import org.sealpost.resealing.StoredFormatsService;
import org.sealpost.settings.SecuritySettingsView;
import org.sealpost.settings.SettingsService;

class FormatsViewTest {

    private final List<FormatChange> made = new ArrayList<>();
    private final NoticesStandIn notices = new NoticesStandIn();
    private final FormatsView view = new FormatsView();
    private boolean waiting;

    @BeforeEach
    void openThePage() {
        view.settings = new SettingsStandIn();
        view.formats = new FormatsStandIn();
        view.policies = new PoliciesStandIn();
        view.storedFormats = new StoredFormatsStandIn();
        view.texts = notices;
        view.load();
    }

    @Test
    void theFormBeginsWithWhatIsInForce() {
        assertThat(view.getEdition()).isEqualTo(Edition.MODERN);
        assertThat(view.getPreferred()).isEqualTo(AES_256_GCM);
        assertThat(view.getFloor()).isEqualTo(AES_128_CBC);
        assertThat(view.isDifferent()).isFalse();
        assertThat(view.getHistory().getRows()).hasSize(1);
        assertThat(view.stored(CAST_64)).isEqualTo(3);
        assertThat(view.stored(DES)).isZero();
        assertThat(view.getStoredUnknown()).isEqualTo(2);
    }

    @Test
    void anotherEditionBringsItsOwnFormats() {
        view.setEdition(Edition.NORTH_AMERICAN);
        view.proposeForEdition();
        assertThat(view.getPreferred()).isEqualTo(CAST_64);
        assertThat(view.getFloor()).isEqualTo(CAST_40);
        assertThat(view.getWritable()).containsExactly(CAST_64, DES, CAST_40);
    }

    @Test
    void theLocalisedEditionIsSaidToMakeEverythingElseUnreadable() {
        view.setEdition(Edition.LOCALIZED);
        view.proposeForEdition();
        assertThat(view.getUnreadable())
                .containsExactly(AES_256_GCM, AES_256_CBC, AES_128_GCM, AES_128_CBC, CAST_64, DES);
        assertThat(view.isDifferent()).isTrue();
    }

    @Test
    void aHigherFloorIsSaidToEndTheFormatsBelow() {
        view.setFloor(AES_256_CBC);
        assertThat(view.getUnwritten()).containsExactly(AES_128_GCM, AES_128_CBC);
        assertThat(view.getUnreadable()).isEmpty();
    }

    @Test
    void aFloorAboveThePreferredFormatSaysNothingYet() {
        view.setPreferred(AES_128_CBC);
        view.setFloor(AES_256_GCM);
        assertThat(view.getUnwritten()).isEmpty();
    }

    @Test
    void theChangeNamesTheVersionThatWasSeenAndIsConfirmed() {
        view.setFloor(AES_256_CBC);
        view.setReason("Audit of May");
        view.change();
        assertThat(made)
                .containsExactly(new FormatChange(4, Edition.MODERN, AES_256_GCM, AES_256_CBC, "Audit of May", ""));
        assertThat(notices.shown).containsExactly("formats.changed");
        assertThat(view.getReason()).isNull();
    }

    @Test
    void whoeverHasToWaitForOthersIsToldSo() {
        waiting = true;
        view.setFloor(AES_256_CBC);
        view.setReason("Audit of May");
        view.setTicket("CHG-1");
        view.change();
        assertThat(made).extracting(FormatChange::ticket).containsExactly("CHG-1");
        assertThat(notices.shown).containsExactly("approvals.asked");
    }

    @Test
    void nothingIsChangedWithoutAReason() {
        view.setFloor(AES_256_CBC);
        view.change();
        assertThat(made).isEmpty();
    }

    private final class SettingsStandIn extends SettingsService {

        private final SecuritySettingsView now = new SecuritySettingsView(
                4, FormatPolicy.of(Edition.MODERN), new SecuritySettings.Change("admin", Instant.EPOCH, "Set-up"));

        @Override
        public SecuritySettingsView current() {
            return now;
        }

        @Override
        public Page<SecuritySettingsView> history(Optional<String> key, int limit) {
            return new Page<>(List.of(now), Optional.empty());
        }
    }

    private final class FormatsStandIn extends FormatsService {

        @Override
        public Requested change(FormatChange change) {
            made.add(change);
            return waiting ? new Requested.Waiting(7, 2) : new Requested.CarriedOut(7);
        }
    }

    private static final class PoliciesStandIn extends ApprovalPolicyService {

        @Override
        public ApprovalPolicy policy(SensitiveVerb verb) {
            return ApprovalPolicy.standard(verb);
        }
    }

    private static final class StoredFormatsStandIn extends StoredFormatsService {

        @Override
        public List<FormatCount> counts() {
            return List.of(new FormatCount("CAST_64", 3), new FormatCount(null, 2));
        }
    }
}
