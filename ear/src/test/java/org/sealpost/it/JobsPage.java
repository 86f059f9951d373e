package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The list of jobs, with the dialog that explains one. */
record JobsPage(Page page) {

    /** The rows of a subject. */
    Locator rows(String subject) {
        return page.locator("[id='jobs:rows_data'] > tr").filter(new Locator.FilterOptions().setHasText(subject));
    }

    /** Makes a choice that the explanation offers, and confirms it. */
    JobsPage choose(String words) {
        page.locator("#deciding")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words))
                .click();
        page.locator(".ui-confirmdialog-yes").click();
        page.locator("#deciding").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        return this;
    }

    /** Opens the explanation of the newest job with a subject. */
    Locator explain(String subject) {
        rows(subject).first().locator("button").click();
        Locator explanation = page.locator("#deciding");
        explanation.waitFor();
        return explanation;
    }
}
