package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The administrator's choice of formats. */
record FormatsPage(Page page, StepUpDialog stepUp) {

    /** Chooses an edition by its place in the list, with what it proposes, and a reason. */
    FormatsPage choose(int edition, String reason) {
        page.locator(".sp-choice").nth(edition).locator(".ui-radiobutton-box").click();
        page.locator("[id='formats:effect'] .sp-note").waitFor();
        page.locator("[id='formats:reason']").fill(reason);
        page.locator("[id='formats:review']").click();
        page.locator("[id='formats:change']").waitFor();
        return this;
    }

    /** Confirms the change, with the own password where the page asks for it. */
    FormatsPage confirm() {
        page.locator("[id='formats:change']").click();
        stepUp.answer();
        page.locator("[id='formats:change']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** What is in force. */
    Locator inForce() {
        return page.locator("section[aria-labelledby=now]");
    }
}
