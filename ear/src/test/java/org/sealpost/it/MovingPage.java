package org.sealpost.it;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.function.Supplier;

/** The administrator's page of people who go to another organisation or come from one. */
record MovingPage(Page page, StepUpDialog stepUp) {

    static MovingPage of(Visitor visitor) {
        return new MovingPage(visitor.go("/console/moving.xhtml"), visitor.stepUp());
    }

    /** Has the own transfer certificate shown. @return its fingerprint as it is read out */
    String offer() {
        page.locator("[id='offering:offer']").click();
        Locator fingerprint = page.locator("#offering dd.sp-mono");
        fingerprint.waitFor();
        return fingerprint.innerText();
    }

    /** The certificate that is shown, as a file. */
    byte[] certificate() {
        return saved(() ->
                page.waitForDownload(() -> page.locator("[id='offering:save']").click()));
    }

    /** Asks for people to be sealed for another organisation; the page says what came of it. */
    MovingPage ask(String addresses, byte[] certificate, String fingerprint) {
        page.locator("[id='leaving:addresses']").fill(addresses);
        choose("leaving", "transfer-certificate.pem", certificate);
        page.locator("[id='leaving:told']").fill(fingerprint);
        page.locator("[id='leaving:why']").fill("the branch goes to the partner");
        page.locator("[id='leaving:ask']").click();
        stepUp.answer();
        return this;
    }

    /** The rows of exports, newest first. */
    Locator exports() {
        return rows("exportList");
    }

    /** Opens the newest export. */
    MovingPage openExport() {
        return open(exports(), export());
    }

    /** The dialog about one export. */
    Locator export() {
        return page.locator("#export");
    }

    /** Takes the sealed file. */
    byte[] take() {
        return saved(() ->
                page.waitForDownload(() -> page.locator("[id='steering:take']").click()));
    }

    /** Gives the open export up. */
    MovingPage withdraw() {
        page.locator("[id='steering:withdraw']").click();
        return confirmed();
    }

    /** Brings a receipt as far as the question whether it is meant. */
    MovingPage bring(byte[] receipt) {
        choose("confirming", "receipt.cms", receipt);
        page.locator("[id='confirming:confirm']").click();
        page.locator(".ui-confirmdialog-yes:visible").waitFor();
        return this;
    }

    /** Looks at a file; what comes of it is to be looked at. */
    MovingPage look(byte[] file, String fingerprint) {
        choose("looking", "export.cms", file);
        page.locator("[id='looking:fingerprint']").fill(fingerprint);
        page.locator("[id='looking:look']").click();
        return this;
    }

    /** The rows of imports, newest first. */
    Locator imports() {
        return rows("importList");
    }

    /** Opens the newest import. */
    MovingPage openImport() {
        return open(imports(), imported());
    }

    /** The dialog about one import. */
    Locator imported() {
        return page.locator("#import");
    }

    /** Asks for everybody to be taken in; without a reason nothing is asked. */
    MovingPage takeIn(String reason) {
        page.locator("[id='taking:reason']").fill(reason);
        page.locator("[id='taking:takeIn']").click();
        return this;
    }

    /** Has the receipt of the open import signed, and takes it. */
    byte[] receipt() {
        return saved(() ->
                page.waitForDownload(() -> page.locator("[id='taking:sign']").click()));
    }

    /** Gives the open import up. */
    MovingPage drop() {
        page.locator("[id='taking:drop']").click();
        return confirmed();
    }

    /** Answers the question whether it is meant. */
    MovingPage confirmed() {
        page.locator(".ui-confirmdialog-yes:visible").click();
        stepUp.answer();
        return this;
    }

    /** What the page says at its top. */
    Locator notice() {
        return page.locator(".ui-growl-item").first();
    }

    private MovingPage open(Locator rows, Locator dialog) {
        rows.first().locator("button").click();
        dialog.locator("h2").waitFor();
        return this;
    }

    private Locator rows(String form) {
        return page.locator("[id='" + form + ":rows_data'] > tr:not(.ui-datatable-empty-message)");
    }

    private void choose(String form, String name, byte[] content) {
        page.locator("#" + form + " input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static byte[] saved(Supplier<Download> download) {
        try {
            return Files.readAllBytes(download.get().path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
