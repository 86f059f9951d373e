package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The question for one's own password before something sensitive. */
record StepUpDialog(Page page, String password) {

    /** Gives the own password if the page asks, which it does not for five minutes; returns when a notice is there. */
    void answer() {
        answer(page.locator(".ui-growl-item"));
    }

    /** As {@link #answer()}; returns when that is there which the act brings. */
    void answer(Locator brought) {
        page.locator("body:not(.sp-working)").waitFor(); // a notice of before does not count
        own().locator("visible=true")
                .or(brought.locator("visible=true"))
                .first()
                .waitFor();
        if (own().isVisible()) {
            give(password);
            own().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            brought.first().waitFor();
        }
    }

    /** Types a password and sends it. */
    void give(String typed) {
        own().waitFor();
        own().fill(typed);
        page.locator("[id='stepUpForm:prove']").click();
    }

    /** The field; visible while the page asks. */
    Locator own() {
        return page.locator("[id='stepUpForm:own']");
    }

    /** What counts down while the last answer counts. */
    Locator countdown() {
        return page.locator(".sp-proved");
    }

    /** Has the answer forgotten. */
    void forget() {
        page.locator("[id='stepUpState:forget']").click();
        countdown().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
