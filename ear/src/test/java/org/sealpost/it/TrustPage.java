package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** The administrator's page of other organisations' authorities. */
record TrustPage(Page page, StepUpDialog stepUp) {

    /** Chooses a certificate and looks at it. */
    TrustPage look(byte[] certificate) {
        page.locator("[id='choosing'] input[type=file]")
                .setInputFiles(new FilePayload("partner.pem", "application/x-pem-file", certificate));
        page.locator("[id='choosing:look']").click();
        page.locator("[id='asking:fingerprint']").waitFor();
        return this;
    }

    /** Fills the form and asks; the page says what came of it. */
    TrustPage ask(String fingerprint, String domains) {
        page.locator("[id='asking:fingerprint']").fill(fingerprint);
        page.locator("[id='asking:domains']").fill(domains);
        page.locator("[id='asking:reason']").fill("joint venture");
        page.locator("[id='asking:ask']").click();
        stepUp.answer();
        return this;
    }

    /** The rows of the list. */
    Locator rows() {
        return page.locator("[id='authorities:rows_data'] > tr:not(.ui-datatable-empty-message)");
    }

    /** Opens the details of the newest one. */
    TrustPage open() {
        rows().first().locator("button").click();
        details().locator("h2").waitFor();
        return this;
    }

    /** The details. */
    Locator details() {
        return page.locator("#details");
    }

    /** Brings a revocation list. */
    TrustPage bring(byte[] list) {
        page.locator("[id='bringing'] input[type=file]")
                .setInputFiles(new FilePayload("ca.crl", "application/pkix-crl", list));
        page.locator("[id='bringing:upload']").click();
        page.locator(".ui-growl-item").first().waitFor();
        return this;
    }

    /** Trusts the open one no longer. */
    TrustPage untrust(String reason) {
        page.locator("[id='ending:why']").fill(reason);
        page.locator("[id='ending:untrust']").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        stepUp.answer();
        return this;
    }

    /** What the page says at its top. */
    Locator notice() {
        return page.locator(".ui-growl-item").first();
    }
}
