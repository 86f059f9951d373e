package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;

/** Writing a message, with the questions that Send may ask. */
record ComposePage(Page page) {

    /** Enters somebody by his address, as one who takes the directory's suggestion. */
    ComposePage to(String address) {
        return enter("to", address);
    }

    /** The same for any of to, cc and bcc. */
    ComposePage enter(String part, String address) {
        field(part).pressSequentially(address);
        page.waitForResponse(answer -> answer.url().contains("compose.xhtml"), () -> take(part, address));
        page.locator("body:not(.sp-working)").waitFor();
        chip(part, address).waitFor();
        return this;
    }

    /** The list closes when the page moves under it; then people type once more. */
    private void take(String part, String address) {
        try {
            suggestion(part, address).click(new Locator.ClickOptions().setTimeout(Visitor.PATIENCE / 3));
        } catch (TimeoutError e) {
            field(part).clear();
            field(part).pressSequentially(address);
            suggestion(part, address).click();
        }
    }

    /** Where recipients are typed: to, cc or bcc. */
    Locator field(String part) {
        return page.locator("[id='draft:" + part + "_input']");
    }

    /** Somebody whom the directory suggests. */
    Locator suggestion(String part, String address) {
        return page.locator(
                "[id='draft:" + part + "_panel'] .ui-autocomplete-item[data-item-value=\"" + address + "\"]");
    }

    /** The chip of somebody who was entered. */
    Locator chip(String part, String address) {
        return page.locator("[id='draft:" + part + "'] .ui-autocomplete-token[data-token-value=\"" + address + "\"]");
    }

    /** Everybody who was entered. */
    Locator chips(String part) {
        return page.locator("[id='draft:" + part + "'] .ui-autocomplete-token");
    }

    ComposePage write(String subject, String text) {
        page.locator("[id='draft:subject']").fill(subject);
        page.locator("[id='draft:text']").fill(text);
        return this;
    }

    /** Attaches a file; it is up when it is in the list. */
    ComposePage attach(String name, byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        return this;
    }

    /** Attaches a file from the disk. */
    ComposePage attach(Path file) {
        page.locator("input[type=file]").setInputFiles(file);
        return this;
    }

    /** Why the browser did not even send a file. */
    Locator attachProblem() {
        return page.locator("[id='draft:upload'] .ui-messages-error-summary");
    }

    /** A file in the list of attachments. */
    Locator file(String name) {
        return page.locator("[id='draft:files'] li").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** Takes encryption and signature off, which are on for whoever is enabled. */
    ComposePage plainly() {
        page.locator("[id='draft:encrypt'] .ui-chkbox-box").click();
        page.locator("[id='draft:sign'] .ui-chkbox-box").click();
        return this;
    }

    /** Presses Send; what is asked then is to be answered. */
    ComposePage send() {
        page.locator("[id='draft:send']").click();
        return this;
    }

    /** Enters the password that Send asks for, and goes on. */
    ComposePage password(String password) {
        page.locator("#secret input[type=password]").fill(password);
        page.locator("[id='secret:sign']").click();
        return this;
    }

    /** What is wrong with the password. */
    Locator passwordProblem() {
        return page.locator("[id='secret:passwordProblem']");
    }

    /** What is wrong with the draft. */
    Locator problems() {
        return page.locator("[id='draft:notes']");
    }

    /** The question that is open: askPassword, askPlain, askSome or sayNobody. */
    Locator question(String name) {
        return page.locator("#" + name);
    }

    /** Presses a button of the open question by its words. */
    ComposePage answer(String question, String words) {
        question(question)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .click();
        return this;
    }

    /** Waits until the message is on its way: the page of sent messages is shown. */
    FolderPage sent() {
        page.waitForURL("**/mailbox/sent.xhtml");
        return new FolderPage(page);
    }
}
