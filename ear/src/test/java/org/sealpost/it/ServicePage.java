package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The Key Manager's page: its state, the start-up password, stop. */
record ServicePage(Page page, StepUpDialog stepUp) {

    static ServicePage of(Visitor admin) {
        return new ServicePage(admin.go("/console/service.xhtml"), admin.stepUp());
    }

    /** The state in words. */
    Locator state() {
        return page.locator("#state .sp-state");
    }

    /** Gives the start-up password and, if the page asks, the own one. */
    ServicePage open(String startUpPassword) {
        page.reload(); // refusals of before stay in the corner until then
        page.locator("[id='opening:password']").fill(startUpPassword);
        page.locator("[id='opening:open']").click();
        stepUp.answer();
        return this;
    }

    /** Takes the keys out of memory. */
    ServicePage stop() {
        page.locator("[id='stopping:stop']").click();
        page.locator(".ui-confirmdialog-yes").click();
        stepUp.answer();
        return this;
    }

    /** What is refused, in the corner of the screen. */
    Locator refusal() {
        return page.locator("#refusals_container .ui-growl-item").last();
    }
}
