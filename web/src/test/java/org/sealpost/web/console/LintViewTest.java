package org.sealpost.web.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sealpost.crypto.BadEncoding;
import org.sealpost.issuing.LintService;
import org.sealpost.lint.LintProfile;

class LintViewTest {
    /** The certificate of another house's authority. */
    private static final String FOREIGN = """
        -----BEGIN CERTIFICATE-----
        MIIBfjCCASOgAwIBAgIUS6kbvdNnDQjnJYaSVTzH8nvSXO4wCgYIKoZIzj0EAwIw
        FDESMBAGA1UECgwJRWxzZXdoZXJlMB4XDTI2MTEyNzIzNDkyNloXDTM2MTEyNDIz
        NDkyNlowFDESMBAGA1UECgwJRWxzZXdoZXJlMFkwEwYHKoZIzj0CAQYIKoZIzj0D
        AQcDQgAEgjm81CA+f925yuArQs+Y2RW6soRLmQIS/3xu/exchsqjJLyxnk3E8rG+
        4sIowaAwq2DWPrU/U6TMjAjSmGohvaNTMFEwHQYDVR0OBBYEFFXM5tV1RfgeLcRa
        ehlu7hlVxWBDMB8GA1UdIwQYMBaAFFXM5tV1RfgeLcRaehlu7hlVxWBDMA8GA1Ud
        EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAPvAIxh+JW+xvXOBOS1W/8He
        mDjxcHhH6lCBLM3TP7OaAiEAlANYH8GsYT+5qzMSBvUO15KhZKkexQkznWbmc+wx
        WnY=
        -----END CERTIFICATE-----
        """;

    private final LintView view = new LintView();

    @BeforeEach
    void openThePage() {
        view.lint = new LintService();
    }

    @Test
    void theRulesOfTheChosenProfileAreShown() {
        int strict = view.getRules().size();
        view.setProfile(LintProfile.MULTIPURPOSE);
        assertThat(view.getRules()).hasSizeLessThan(strict);
        assertThat(view.getProfiles()).contains(view.getProfile());
    }

    @Test
    void aCertificateIsMeasuredHoweverMuchRoomIsAroundIt() {
        assertThat(view.getReport()).isNull();
        assertThat(view.getErrors()).isZero();
        view.setCertificate("\n  " + FOREIGN + "\n");
        view.check();
        assertThat(view.getErrors()).isPositive();
        assertThat(requireNonNull(view.getReport()).errors()).contains("not-an-authority", "names-present");
        assertThat(view.getCertificate()).contains("BEGIN CERTIFICATE");
    }

    @Test
    void whatIsNoneIsRefused() {
        view.setCertificate("nothing of the kind");
        assertThatThrownBy(view::check).isInstanceOf(BadEncoding.class);
        view.setCertificate(null);
        assertThatThrownBy(view::check).isInstanceOf(BadEncoding.class);
        assertThat(view.getReport()).isNull();
    }
}
