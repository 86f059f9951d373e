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

    /** Chooses that certificates are to end, for what cause, and writes why. */
    BulkPage revoking(String cause, String reason) {
        pick("kind", "Revoke");
        page.locator("[id='order:cause_label']").waitFor();
        pick("cause", cause);
        page.locator("#order .sp-effects").waitFor();
        page.locator("[id='order:reason']").fill(reason);
        return this;
    }

    /** Tries a file of addresses. */
    BulkPage tryFile(String addresses) {
        pick("source", "A file (CSV)");
        page.locator("[id='order:file'], input[type=file]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("people.csv", "text/csv", addresses.getBytes(StandardCharsets.UTF_8)));
        page.locator("[id='order:plan']").click();
        page.locator("#open-run").waitFor();
        return this;
    }

    /** Starts the open run and waits for its end. */
    BulkPage carryOut() {
        start();
        return ended();
    }

    /** Starts the open run, as far as it goes without a question. */
    void start() {
        page.locator("[id='steering:start']").click();
    }

    /** The question whether it is meant. */
    Locator question() {
        return page.locator(".ui-confirm-dialog");
    }

    /** Answers the question before a start with the words of its button, and waits for the end of the run. */
    BulkPage sure(String yes) {
        answer(yes);
        return ended();
    }

    private BulkPage ended() {
        stepUp.answer();
        page.locator("#run .sp-bulk-FINISHED").waitFor();
        return this;
    }

    /** Sends the tokens of the open run by mail. */
    BulkPage mail() {
        page.locator("[id='taking:mail']").click();
        answer("Send by mail");
        stepUp.answer();
        return this;
    }

    /** A notice with some words. */
    Locator notice(String words) {
        return page.locator(".ui-growl-item").getByText(words);
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
        answer("I have them");
    }

    private void answer(String yes) {
        question()
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(yes))
                .click();
    }

    /** What can be done with tokens; absent when there are none. */
    Locator tokens() {
        return page.locator("[id='taking']");
    }

    private void pick(String menu, String entry) {
        page.locator("body:not(.sp-working)").waitFor();
        Visitor.pick(page, "order:" + menu, entry);
        page.locator("body:not(.sp-working)").waitFor();
    }
}
