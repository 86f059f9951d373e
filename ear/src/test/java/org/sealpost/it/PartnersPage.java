package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** The page of partners' accounts, with the one open that has ordered for an address. */
record PartnersPage(Page page, StepUpDialog stepUp) {

    /**
     * Has somebody look at an account, and perhaps do something about it.
     *
     * @return the details as they are afterwards, and what scripts of the page have complained about
     */
    static String look(SampleServer server, String login, String address, Consumer<PartnersPage> act) {
        try (Chromium browser = new Chromium(server)) {
            Visitor visitor = browser.visitor(login);
            visitor.go("/home.xhtml")
                    .locator("a[href$='/console/partners.xhtml']")
                    .click();
            PartnersPage partners = new PartnersPage(visitor.page(), visitor.stepUp());
            partners.open(address);
            act.accept(partners);
            visitor.picture("partners-" + login);
            return partners.details().innerText() + visitor.complaints();
        }
    }

    private void open(String address) {
        page.locator("[id='partners:text']").fill(address);
        page.locator("[id='partners:search']").click();
        page.locator("body:not(.sp-working)").waitFor();
        page.locator("[id='partners:rows_data'] > tr")
                .filter(new Locator.FilterOptions().setHasText(address))
                .first()
                .locator("button")
                .click();
        details().locator("h2").waitFor();
    }

    Locator details() {
        return page.locator("#details");
    }

    /** Ends the certificates of the first order that has one in force. */
    void revoke() {
        details().locator("[id='ordered:orders_data'] button").first().click();
        Visitor.settled(page, "revoke:do");
        Visitor.pick(page, "revoke:cause", "The partner has left");
        page.locator("[id='revoke:grounds']").fill("works elsewhere");
        page.locator("[id='revoke:do']").click();
        stepUp.answer();
    }

    /** Ends the account. */
    void end() {
        page.locator("[id='ending:why']").fill("no partner any more");
        page.locator("[id='ending:end']").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        stepUp.answer();
    }
}
