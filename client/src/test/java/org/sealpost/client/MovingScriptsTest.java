package org.sealpost.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays the script of administrators at both ends of a move, and looks at what the Key Managers were sent. */
class MovingScriptsTest {
    @TempDir
    Path folder;

    private Scene scene;

    @BeforeEach
    void open() throws Exception {
        scene = Scene.open(folder);
        scene.file("startup.pw", "correct horse battery");
        scene.file("partner.der", new byte[] {0x30, 0x03, 0x02, 0x01, 0x05});
        scene.file("receipt.cms", "a receipt");
        scene.file("theirs.cms", "a file");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void peopleGoAndCome() throws Exception {
        answersOfTheOldHouse();
        answersOfTheNewHouse();
        scene.play("admin-moving");
        assertThat(sent("POST exports"))
                .contains("-----BEGIN CERTIFICATE-----\\nMAMCAQU=\\n", "\"fingerprint\":\"abab\"")
                .contains("[\"alice@corp.example\",\"bob@corp.example\"]", "\"reason\":\"moves\"");
        assertThat(sent("POST exports/receipts")).isEqualTo("a receipt");
        assertThat(sent("POST imports?fingerprint=efef")).isEqualTo("a file");
        assertThat(sent("POST imports/5/request")).contains("\"reason\":\"joins\"", "\"ticket\":\"T-2\"");
        assertThat(scene.server().requests()).doesNotContain("DELETE /api/v1/exports/4");
        assertThat(scene.text("file.cms")).isEqualTo("sealed keys");
        assertThat(scene.text("ours.pem")).isEqualTo("-----BEGIN");
        assertThat(scene.text("receipt-out.cms")).isEqualTo("signed receipt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(scene.path("file.cms"))))
                .isEqualTo("rw-------");
    }

    private void answersOfTheOldHouse() {
        answer("POST imports/certificate", "{\"certificate\":\"-----BEGIN\",\"fingerprint\":\"cdcd\"}");
        answer("POST exports", "{\"export\":4,\"request\":9,\"missing\":2}");
        answer("GET exports", "{\"exports\":[{\"id\":4,\"state\":\"SEALED\",\"recipient\":\"CN=Key escrow 1\"}]}");
        answer("GET exports/4", "{\"id\":4,\"state\":\"SEALED\"}");
        answer("GET exports/4/mailboxes", """
            {"mailboxes":[{"address":"alice@corp.example","state":"LEAVING","keys":3}]}\
            """);
        answer("GET exports/4/file", "sealed keys");
        answer("POST exports/receipts", "{\"export\":4,\"moved\":[\"alice@corp.example\"]}");
        answer("DELETE exports/4", "{\"id\":4}");
    }

    private void answersOfTheNewHouse() {
        answer("POST imports?fingerprint=efef", "{\"id\":5,\"state\":\"LOOKED\"}");
        answer("GET imports?after=7", """
            {"imports":[{"id":5,"state":"LOOKED","organisation":"Partner"}]}\
            """);
        answer("GET imports/5/mailboxes", """
            {"mailboxes":[{"position":1,"address":"alice@partner.example","state":"READY"}]}\
            """);
        answer("GET imports/5", "{\"id\":5,\"state\":\"TAKEN_IN\"}");
        answer("POST imports/5/request", "{\"request\":11,\"missing\":2}");
        answer("GET imports/5/receipt", "signed receipt");
        answer("DELETE imports/5", "{\"id\":5}");
    }

    private void answer(String request, String answer) {
        scene.server().answers(request.replaceFirst(" ", " /api/v1/"), answer);
    }

    private String sent(String request) {
        return scene.server().body(request.replaceFirst(" ", " /api/v1/"));
    }
}
