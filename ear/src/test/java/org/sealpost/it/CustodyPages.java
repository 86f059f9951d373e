package org.sealpost.it;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** The pages of what opens the Key Manager: set-up, shares, lost password, backup, restore, integrity. */
record CustodyPages(Page page, StepUpDialog stepUp) {

    /** The set-up's first step: everything is made. @return the shares that are shown */
    List<String> make(String password) {
        page.locator("[id='setup:password']").fill(password);
        page.locator("[id='setup:again']").fill(password);
        page.locator("[id='setup:do']").click();
        return shownShares();
    }

    /** The shares on the screen, line by line. */
    List<String> shownShares() {
        page.locator(".sp-share").first().waitFor();
        return page.locator(".sp-share").all().stream()
                .map(share -> String.join("\n", share.locator("span").allInnerTexts()))
                .toList();
    }

    /** Goes on from the shares to their proof. */
    CustodyPages goOn() {
        page.locator(".sp-button-link").click();
        page.locator("[id$=':complete']").waitFor();
        return this;
    }

    /** Types shares, one into each field. */
    CustodyPages type(List<String> shares) {
        List<Locator> fields = page.locator(".sp-typed-share").all();
        for (int i = 0; i < shares.size(); i++) {
            fields.get(i).fill(shares.get(i));
        }
        return this;
    }

    /** Fills a field. */
    CustodyPages fill(String id, String text) {
        page.locator("[id='" + id + "']").fill(text);
        return this;
    }

    /** Presses a button. */
    CustodyPages press(String id) {
        page.locator("[id='" + id + "']").click();
        return this;
    }

    /** Presses a button of something sensitive, with the own password where the page asks for it; waits for what it brings. */
    CustodyPages press(String id, Locator brought) {
        press(id);
        stepUp.answer(brought);
        return this;
    }

    /** What is refused, in the corner of the screen. */
    Locator refusal() {
        return page.locator("#refusals_container .ui-growl-item");
    }

    /** What was done, in the corner of the screen. */
    Locator notice() {
        return page.locator(".ui-growl-item");
    }

    /** The state in words. */
    Locator state() {
        return page.locator("#state .sp-state");
    }

    /** Saves the newest backup. */
    Path download() {
        Download download = page.waitForDownload(
                () -> page.locator("[id='backup:made:0:get']").click());
        return download.path();
    }
}
