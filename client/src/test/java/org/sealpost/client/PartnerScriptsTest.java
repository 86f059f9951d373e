package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the script of an administrator who looks after partners outside. */
class PartnerScriptsTest {
    private static final String ONE = "/api/v1/partners/Zm9v";

    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = Scene.open(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void partnersAreFoundLookedAtAndEndedOnceThatWasConfirmed() {
        scene.server().answers("GET /api/v1/partners?text=partner&state=valid", """
            {"partners":[{"id":"Zm9v","contact":["ann@partner.example"],"state":"VALID",\
            "opened":"2026-11-24T08:00:00Z","certificates":1}]}\
            """);
        scene.server().answers("GET " + ONE, "{\"id\":\"Zm9v\",\"state\":\"VALID\",\"certificates\":1}");
        scene.server()
                .answers(
                        "GET " + ONE + "/orders?after=1",
                        "{\"orders\":[{\"id\":\"2\",\"address\":\"ann@partner.example\",\"state\":\"ISSUED\"}]}");
        scene.server().answers("DELETE " + ONE + "?reason=over", "{\"state\":\"DEACTIVATED\"}");
        scene.play("admin-partners");
        assertThat(scene.server().requests()).containsOnlyOnce("DELETE " + ONE + "?reason=over");
    }
}
