package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How many people must agree to what. */
record PoliciesPage(Page page, StepUpDialog stepUp) {

    /** The row of a verb, by its words. */
    Locator row(String verb) {
        return page.locator("[id='policies:rows'] tbody tr").filter(new Locator.FilterOptions().setHasText(verb));
    }

    /** Asks for another number of people. */
    PoliciesPage change(String verb, int people, String why) {
        row(verb).locator("button").click();
        Visitor.settled(page, "policy:people");
        page.locator("[id='policy:people']").fill(String.valueOf(people));
        page.locator("[id='policy:why']").fill(why);
        page.locator("[id='policy:save']").click();
        stepUp.answer();
        return this;
    }
}
