package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The list of jobs, with the dialog that explains one. */
record JobsPage(Page page) {

    /** The rows of a subject. */
    Locator rows(String subject) {
        return page.locator("[id='jobs:rows_data'] > tr").filter(new Locator.FilterOptions().setHasText(subject));
    }

    /** Opens the explanation of the newest job with a subject. */
    Locator explain(String subject) {
        rows(subject).first().locator("button").click();
        Locator explanation = page.locator("#deciding");
        explanation.waitFor();
        return explanation;
    }
}
