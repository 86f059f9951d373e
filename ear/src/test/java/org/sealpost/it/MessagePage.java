package org.sealpost.it;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One message: closed until its password is given, then with what is known of its protection. */
record MessagePage(Page page) {

    /** The notice of a message that asks for a password. */
    Locator locked() {
        return page.locator(".sp-locked");
    }

    /** Tries a password. */
    MessagePage unlock(String password) {
        page.locator("#unlock input[type=password]").fill(password);
        page.locator("[id='unlock:open']").click();
        return this;
    }

    /** Leaves without giving a password. */
    FolderPage cancel() {
        locked().getByText("Cancel").click();
        page.waitForURL("**/mailbox/inbox.xhtml");
        return new FolderPage(page);
    }

    /** What is wrong with the password. */
    Locator passwordProblem() {
        return page.locator("[id='unlock:passwordProblem']");
    }

    /** The text of the opened message. */
    Locator text() {
        return page.locator(".sp-message-text").first();
    }

    /** Encryption and signature in words. */
    Locator banner() {
        return page.locator(".sp-banner");
    }

    /** The lines of the single checks, after they were unfolded. */
    Locator checks() {
        if (page.locator(".sp-checks[open]").count() == 0) {
            page.locator(".sp-checks summary").click();
        }
        return page.locator(".sp-checks li");
    }

    /** Saves an attachment. */
    byte[] save(String name) {
        Download download = page.waitForDownload(
                () -> page.locator(".sp-message-files a").getByText(name).click());
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ComposePage reply() {
        return goOn("reply");
    }

    ComposePage replyToAll() {
        return goOn("replyAll");
    }

    ComposePage forward() {
        return goOn("forward");
    }

    private ComposePage goOn(String act) {
        page.locator("[id='act:" + act + "']").click();
        page.waitForURL("**/mailbox/compose.xhtml*");
        return new ComposePage(page);
    }
}
