package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Who can open escrowed keys, and what waits for them. */
record RecoveryPage(Page page, StepUpDialog stepUp) {

    static RecoveryPage of(Visitor visitor) {
        return new RecoveryPage(visitor.go("/console/recovery.xhtml"), visitor.stepUp());
    }

    /** Names officers by their addresses. */
    RecoveryPage name(int needed, String... addresses) {
        page.locator("[id='naming:people']").fill(String.join("\n", addresses));
        page.locator("[id='naming:needed']").fill(Integer.toString(needed));
        page.locator("[id='naming:reason']").fill("nobody alone");
        page.locator("[id='naming:name']").click();
        stepUp.answer();
        return this;
    }

    /** The red notice that one administrator alone could open keys. */
    Locator alone() {
        return page.locator(".sp-note-error");
    }

    /** The list of the officers. */
    Locator officers() {
        return page.locator("#officers");
    }

    /** The newest request's row. */
    Locator newest() {
        return page.locator("[id='asked:rows_data'] > tr").first();
    }

    /** Opens the newest request. */
    RecoveryPage look() {
        newest().locator("button").click();
        page.locator("[id='deciding'] .sp-facts").waitFor();
        return this;
    }

    /** Agrees to the open request. */
    RecoveryPage approve(String password) {
        send(password);
        stepUp.answer();
        return this;
    }

    /** Agrees to the open request; what comes of it is to be looked at. */
    void send(String password) {
        page.locator("#deciding input[type=password]").fill(password);
        page.locator("[id='deciding:approve']").click();
    }

    /** Asks for a drill. */
    void drill(String reason) {
        page.locator("[id='drilling:why']").fill(reason);
        page.locator("[id='drilling:drill']").click();
        stepUp.answer();
    }

    /** How far a drill is that is not over. */
    Locator drilling() {
        return page.locator("section[aria-labelledby=drilling-title]");
    }

    /** Goes on with a drill that was broken off. */
    void goOn(String password) {
        page.locator("[id='goingOn:mine']").fill(password);
        page.locator("[id='goingOn:goOn']").click();
        stepUp.answer();
    }

    /** Notices at the top. */
    Locator notice() {
        return page.locator("#notices_container");
    }
}
