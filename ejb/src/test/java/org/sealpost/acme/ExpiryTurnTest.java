package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.model.IssuedCertificateRepository;
import org.sealpost.pki.KeyType;

/** Notices by a real mail server. */
class ExpiryTurnTest {
    private static final String ANN = "ann@partner.example";
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Path password;
    private Office office;
    private Partner ann;
    private Instant ends;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server.start();
        server.setUser("acme@corp.example", "acme", "secret");
        password = Files.writeString(folder.resolve("password"), "secret\n");
        office = new Office(Map.of(
                "sealpost.acme.smtp.url",
                "smtp://127.0.0.1:" + server.getSmtp().getPort(),
                "sealpost.acme.password.file",
                password.toString()));
        ann = new Partner(office).open();
        ends = certified(ANN);
    }

    @AfterEach
    void stop() {
        office.close();
        server.stop();
    }

    /** @return when it ends */
    private Instant certified(String address) {
        byte[] request = Office.request(address, Partner.pair(KeyType.EC_P256));
        AcmeAnswer.Order order = office.finish(ann, office.proven(ann, address), request);
        return office.call(() -> office.get(IssuedCertificateRepository.class)
                .bySerial(order.serial().orElseThrow())
                .orElseThrow()
                .notAfter());
    }

    /** Who has been told by then. */
    private List<String> toldDaysBefore(int days) throws Exception {
        office.clock.pass(Duration.between(office.clock.instant(), ends.minus(Duration.ofDays(days))));
        office.run(() -> office.get(ExpiryTurn.class).work());
        MimeMessage[] mails = server.getReceivedMessages();
        return Arrays.stream(mails).map(ExpiryTurnTest::to).toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getHeader("To", null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePartnerIsToldThirtyDaysBeforeTheEndAndNeverAgain() throws Exception {
        assertThat(toldDaysBefore(31)).isEmpty();
        assertThat(toldDaysBefore(30)).containsExactly("<" + ANN + ">");
        assertThat(server.getReceivedMessages()[0].getSubject()).startsWith("Your e-mail certificate ends on");
        assertThat(toldDaysBefore(29)).hasSize(1);
        assertThat(toldDaysBefore(1)).hasSize(1);
    }

    @Test
    void whoHasANewerOneOrIsRevokedIsNotTold() throws Exception {
        certified("ben@partner.example");
        office.revokeAll("ben@partner.example");
        office.clock.pass(Duration.ofDays(60));
        certified(ANN);
        assertThat(toldDaysBefore(1)).isEmpty();
    }

    @Test
    void whomTheMailServerDoesNotTakeNowIsToldLater() throws Exception {
        Files.writeString(password, "wrong\n");
        assertThat(toldDaysBefore(30)).isEmpty();
        Files.writeString(password, "secret\n");
        assertThat(toldDaysBefore(30)).containsExactly("<" + ANN + ">");
    }

    @Test
    void moreThanGoAtOnceAreAllTold() throws Exception {
        for (int number = 0; number < 20; number++) {
            ends = certified("partner" + number + "@partner.example");
        }
        assertThat(toldDaysBefore(30)).hasSize(21);
    }

    @Test
    void whoMayHaveNoOtherOneIsNotTold() throws Exception {
        office.allowOnly("friends.example");
        assertThat(toldDaysBefore(30)).isEmpty();
    }
}
