package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Two owners who are enabled and set up, as most scenes begin. */
record Setting(Visitor alice, Visitor bob, String alicesToken) {
    static final String ALICES = "seven geese at the pond";
    static final String BOBS = "two blue boats on a lake";

    /** Has the administrator enable alice and bob, who set up Advanced Security at once. */
    static Setting of(Chromium browser) {
        MailboxesPage mailboxes = browser.visitor("admin").mailboxes();
        String alicesToken = mailboxes.enable("alice@corp.example");
        mailboxes.forget();
        String bobsToken = mailboxes.enable("bob@corp.example");
        mailboxes.forget();
        Visitor alice = browser.visitor("alice");
        assertThat(alice.options().setUp(alicesToken, ALICES).done()).isVisible();
        Visitor bob = browser.visitor("bob");
        assertThat(bob.options().setUp(bobsToken, BOBS).done()).isVisible();
        return new Setting(alice, bob, alicesToken);
    }

    /** Has alice send a sealed message to bob. */
    void aliceSeals(String subject, String text) {
        alice.compose()
                .to("bob@corp.example")
                .write(subject, text)
                .send()
                .password(ALICES)
                .sent();
    }
}
