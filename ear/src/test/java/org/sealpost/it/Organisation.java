package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of several organisations, each with a server of its own, an administrator and two officers who only together open keys. */
final class Organisation implements AutoCloseable {
    private final List<Visitor> officers = new ArrayList<>();
    private final SampleServer server;
    private final Chromium browser;
    private final Visitor admin;

    Organisation(Path data) {
        server = SampleServer.start(data);
        browser = new Chromium(server);
        admin = browser.visitor("admin");
        for (int i = 1; i <= 2; i++) {
            officers.add(enrol("officer" + i, password(i)));
        }
        RecoveryPage page = RecoveryPage.of(admin).name(2, "officer1@corp.example", "officer2@corp.example");
        assertThat(page.officers()).isVisible();
    }

    /** Enables somebody, who sets up Advanced Security at once. */
    Visitor enrol(String login, String password) {
        MailboxesPage mailboxes = admin.mailboxes();
        String token = mailboxes.enable(login + "@corp.example");
        mailboxes.forget();
        Visitor visitor = browser.visitor(login);
        assertThat(visitor.options().setUp(token, password).done()).isVisible();
        return visitor;
    }

    /** Both officers agree to the newest request. */
    void agree() {
        for (int i = 0; i < officers.size(); i++) {
            RecoveryPage.of(officers.get(i)).look().approve(password(i + 1));
        }
    }

    Visitor admin() {
        return admin;
    }

    Visitor officer() {
        return officers.get(0);
    }

    SampleServer server() {
        return server;
    }

    /** Fingerprint of its authority, as the administrator reads it out. */
    String authority() {
        return admin.go("/console/service.xhtml")
                .locator("section[aria-labelledby=authority] dd.sp-mono")
                .last()
                .innerText();
    }

    private static String password(int officer) {
        return "officer number " + officer + " and a long word";
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
