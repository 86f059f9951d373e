package org.sealpost.it;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;

/** The page Options: where a user redeems his token and keeps his security file. */
record OptionsPage(Page page) {

    /** Fills the form of Set Up Advanced Security and sends it off; what becomes of it is to be looked at. */
    OptionsPage setUp(String token, String password) {
        type(token);
        page.locator("#setup input[type=password]").nth(0).fill(password);
        page.locator("#setup input[type=password]").nth(1).fill(password);
        if (page.locator("[id='setup:keep'] input:checked").count() == 0) {
            keep(0);
        }
        page.locator("[id='setup:go']").click();
        return this;
    }

    /** Chooses that the server does not keep the file. */
    OptionsPage keepNothing() {
        return keep(1);
    }

    private OptionsPage keep(int choice) {
        page.locator("[id='setup:keep'] .ui-radiobutton-box").nth(choice).click();
        return this;
    }

    /** Brings a security file to be kept. */
    OptionsPage bring(String name, byte[] content, String password) {
        page.locator("#bring input[type=file]").setInputFiles(new FilePayload(name, "application/x-pkcs12", content));
        page.locator("#bring input[type=password]").fill(password);
        page.locator("[id='bring:go']").click();
        return this;
    }

    /** What is wrong with the file that was brought, or with its password. */
    Locator bringProblems() {
        return page.locator("#bring .ui-message-error");
    }

    /** Enters the token only, so that the page can say what it thinks of it. */
    OptionsPage type(String token) {
        page.locator("[id='setup:token']").fill(token);
        return this;
    }

    /** The line under the token that speaks while it is typed. */
    Locator feedback() {
        return page.locator("#token-feedback");
    }

    /** What the server says of the token. */
    Locator tokenProblem() {
        return page.locator("[id='setup:tokenProblem']");
    }

    /** The notice that it is done. */
    Locator done() {
        return page.locator(".sp-done");
    }

    /** Renews the keys, early if need be; the page says what became of it. */
    OptionsPage renew(String password) {
        page.locator("#renewGo").click();
        page.locator("#renew input[type=password]").fill(password);
        page.locator("[id='renew:go']").click();
        return this;
    }

    /** Says with which program sealed mail is read. */
    OptionsPage readsWith(String program) {
        page.locator("[id='reading:program']").click();
        page.locator("[id='reading:program_panel'] li")
                .filter(new Locator.FilterOptions().setHasText(program))
                .first()
                .click();
        return this;
    }

    /** Puts the security file under a new password. */
    OptionsPage changePassword(String old, String password) {
        if (!page.locator("#changePassword").isVisible()) {
            page.locator("#file button").nth(1).click();
            Visitor.settled(page, "change:go");
        }
        page.locator("#change input[type=password]").nth(0).fill(old);
        page.locator("#change input[type=password]").nth(1).fill(password);
        page.locator("#change input[type=password]").nth(2).fill(password);
        page.locator("[id='change:go']").click();
        return this;
    }

    /** What is wrong with the passwords of a change. */
    Locator changeProblems() {
        return page.locator("#change .ui-message-error");
    }

    /** What is wrong with the password that renewal asks for. */
    Locator renewalProblem() {
        return page.locator("[id='renew:passwordProblem']");
    }

    /** The notice at the top that something was done. */
    Locator notice() {
        return page.locator("#notices_container");
    }

    /** Saves the security file. */
    OptionsPage download(Path file) {
        Download download =
                page.waitForDownload(() -> page.locator("[id='done:download']").click());
        download.saveAs(file);
        return this;
    }
}
