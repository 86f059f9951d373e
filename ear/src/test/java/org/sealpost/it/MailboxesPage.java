package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** The administrator's list of mailboxes, with the dialog that shows a token once. */
record MailboxesPage(Page page) {

    /** Enables the mailbox of an address and leaves the dialog open. @return the token as it is shown, in groups */
    String enable(String address) {
        find(address)
                .getByText("Enable", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.locator("#token").waitFor();
        List<String> groups = page.locator("#token span").allInnerTexts();
        return String.join("-", groups);
    }

    /** Searches for an address, and waits until nobody else is in the list. @return its row */
    Locator find(String address) {
        page.locator("[id='mailboxes:text']").fill(address);
        page.locator("[id='mailboxes:search']").click();
        page.locator("[id='mailboxes:rows_data'] > tr")
                .filter(new Locator.FilterOptions().setHasNotText(address))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return row(address);
    }

    /** Closes the dialog with the token for good. */
    void forget() {
        page.getByText("Done, forget the token").click();
        page.locator("#token").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** The row of an address. */
    Locator row(String address) {
        return page.locator("[id='mailboxes:rows_data'] > tr").filter(new Locator.FilterOptions().setHasText(address));
    }
}
