package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What waits for somebody's yes, and the decision about it. */
record ApprovalsPage(Page page, StepUpDialog stepUp) {

    /** The rows of the list. */
    Locator rows() {
        return page.locator("[id='approvals:found'] tbody tr:not(.ui-datatable-empty-message)");
    }

    /** The number in the menu. */
    Locator badge() {
        return page.locator("#sp-nav .sp-badge");
    }

    /** Chooses a list by its place: 0 what waits, 1 the own requests, 2 everybody's. */
    ApprovalsPage show(int list) {
        page.locator("[id='approvals:which']").click();
        page.locator("[id='approvals:which_" + list + "']").click();
        page.waitForCondition(() -> !page.locator("body.sp-working").isVisible());
        return this;
    }

    /** Opens the newest request. */
    ApprovalsPage look() {
        rows().first().locator("button").click();
        detail().waitFor();
        return this;
    }

    /** The open request. */
    Locator detail() {
        return page.locator("#detail");
    }

    /** Agrees to the open request, confirmed and with the own password. */
    ApprovalsPage approve() {
        page.locator("[id='deciding:approve']").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        stepUp.answer();
        return this;
    }

    /** Says no to the open request. */
    ApprovalsPage refuse(String why) {
        page.locator("[id='deciding:why']").fill(why);
        page.locator("[id='deciding:refuse']").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        stepUp.answer();
        return this;
    }

    /** Takes the open request back. */
    ApprovalsPage withdraw() {
        page.locator("[id='deciding:withdraw']").click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        page.locator(".ui-growl-item").first().waitFor();
        return this;
    }
}
