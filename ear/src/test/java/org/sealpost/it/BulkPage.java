package org.sealpost.it;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** The administrator's page where the same is done to many mailboxes. */
record BulkPage(Page page, StepUpDialog stepUp) {

    /** Tries a file of addresses. */
    BulkPage tryFile(String addresses) {
        choose("source", "A file (CSV)");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("people.csv", "text/csv", addresses.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='order:plan']").click();
        page.locator("#open-run").waitFor();
        return this;
    }

    /** Starts the open run and waits for its end. */
    BulkPage carryOut() {
        page.locator("[id='steering:start']").click();
        stepUp.answer();
        page.locator(".sp-bulk-FINISHED").first().waitFor();
        return this;
    }

    /** The open run's row of an address. */
    Locator item(String address) {
        return page.locator("[id='items:rows_data'] > tr").filter(new Locator.FilterOptions().setHasText(address));
    }

    /** Takes the tokens as a file. */
    byte[] take(String button) throws IOException {
        Download file = page.waitForDownload(
                () -> page.locator("[id='taking:" + button + "']").click());
        return Files.readAllBytes(file.path());
    }

    /** Says that they have arrived. */
    void confirm() {
        page.locator("[id='taking:confirm']").click();
        page.locator(".ui-confirm-dialog")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("I have them"))
                .click();
    }

    /** What can be done with tokens; absent when there are none. */
    Locator tokens() {
        return page.locator("[id='taking']");
    }

    private void choose(String menu, String entry) {
        page.locator("[id='order:" + menu + "_label']").click();
        page.locator("[id='order:" + menu + "_items'] li")
                .filter(new Locator.FilterOptions().setHasText(entry))
                .click();
        page.locator("[id='order:file'], input[type=file]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }
}
