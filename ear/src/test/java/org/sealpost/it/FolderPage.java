package org.sealpost.it;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;

/** Inbox or Sent. */
record FolderPage(Page page) {
    private static final Duration DELIVERY = Duration.ofSeconds(60);

    /** Lines with a subject. */
    Locator lines(String subject) {
        return page.locator(".sp-maillist .ui-datatable-data > tr")
                .filter(new Locator.FilterOptions().setHasText(subject));
    }

    /** Looks for new mail until a message has come. */
    FolderPage await(String subject) {
        Instant end = Instant.now().plus(DELIVERY);
        while (lines(subject).count() == 0) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("“" + subject + "” did not come within " + DELIVERY);
            }
            page.waitForTimeout(300);
            page.reload();
        }
        return this;
    }

    /** Opens the newest message with a subject. */
    MessagePage open(String subject) {
        lines(subject).first().locator(".sp-line-open [dir]").click();
        page.waitForURL("**/mailbox/message.xhtml*");
        return new MessagePage(page);
    }

    /** How a message is marked: not protected, signed, encrypted. */
    String protection(String subject) {
        return lines(subject).first().locator(".sp-seal").innerText().strip();
    }
}
