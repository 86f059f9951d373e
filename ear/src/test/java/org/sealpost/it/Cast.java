package org.sealpost.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Those who act in the story, each logged in, and the server that they act on. */
record Cast(SampleServer server, Chromium browser, Visitor admin, Visitor alice, Visitor bob, Visitor carol)
        implements AutoCloseable {

    /** Starts the server and has everybody log in. */
    static Cast gather(Path data) {
        SampleServer server = SampleServer.start(data);
        Chromium browser = new Chromium(server);
        return new Cast(
                server,
                browser,
                browser.visitor("admin"),
                browser.visitor("alice"),
                browser.visitor("bob"),
                browser.visitor("carol"));
    }

    /** Has alice write to bob, who is enabled, and carol, who is not; the page asks what to do then. */
    ComposePage aliceToBobAndCarol(String subject) {
        ComposePage compose = alice.compose()
                .to("bob@corp.example")
                .to("carol@corp.example")
                .write(subject, "to both of you")
                .send();
        assertThat(compose.question("askSome").locator(".sp-names")).containsText("carol@corp.example");
        return compose;
    }

    /** What scripts of the pages have thrown at anybody. */
    List<String> complaints() {
        return Stream.of(admin, alice, bob, carol)
                .flatMap(one -> one.complaints().stream())
                .toList();
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
