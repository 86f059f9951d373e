package org.sealpost.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.acme.AcmePath.Kind;
import org.sealpost.model.AcmeOrderState;

/** Challenges and answers by a real mail server. */
class MailTurnTest {
    private static final String ANN = "ann@partner.example";
    private final GreenMail server =
            new GreenMail(ServerSetup.dynamicPort(new ServerSetup[] {ServerSetup.SMTP, ServerSetup.IMAP}));
    private final SignedMail mails = new SignedMail().publish("mail", "partner.example", 2048, "");
    private Office office;
    private GreenMailUser own;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server.start();
        own = server.setUser("acme@corp.example", "acme", "secret");
        server.setUser(ANN, "ann", "ann");
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        office = new Office(Map.of(
                "sealpost.acme.smtp.url", "smtp://127.0.0.1:" + server.getSmtp().getPort(),
                "sealpost.acme.imap.url", "imap://127.0.0.1:" + server.getImap().getPort(),
                "sealpost.acme.password.file", password.toString()));
        office.records(mails.retriever());
    }

    @AfterEach
    void stop() {
        office.close();
        server.stop();
    }

    private void turn() {
        office.run(() -> office.get(MailTurn.class).work());
    }

    private void deliver(byte[] mail) throws Exception {
        own.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private byte[] signed(byte[] mail) {
        return mails.sign(mail, "mail", "partner.example", "a=rsa-sha256; c=relaxed/relaxed; h=" + SignedMail.FIELDS);
    }

    private int waiting() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(own).getMessageCount();
    }

    @Test
    void theChallengeGoesOnceAndTheAnswerIsTakenOnce() throws Exception {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order order = ann.order(ANN);
        turn();
        turn();
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage asked = server.getReceivedMessages()[0];
        String mailed = asked.getSubject().substring("ACME: ".length());
        assertThat(office.kept(order.id()).mailedPart()).isEmpty();
        assertThat(asked.getHeader("Auto-Submitted")).containsExactly("auto-generated; type=acme");
        assertThat(asked.getMessageID()).isEqualTo(PartnerMail.messageId(order.id(), "corp.example"));
        assertThat(asked.getContent().toString()).contains("Sealpost Sample", ANN);
        ann.post(Kind.CHALLENGE, order.id(), "{}");
        String answer = AccountKey.of(ann.pair().getPublic()).answer(mailed + order.fetchedPart());
        deliver(signed(SignedMail.answer(order.id(), "Ann@partner.example", answer)));
        turn();
        assertThat(office.kept(order.id()).state()).isEqualTo(AcmeOrderState.PROVEN);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatNobodyVouchesForStaysAndChangesNothing() throws Exception {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order order = ann.order(ANN);
        turn();
        String wrong = "A".repeat(43);
        deliver(SignedMail.answer(order.id(), ANN, wrong));
        deliver(signed(SignedMail.answer(order.id(), "ben@partner.example", wrong)));
        deliver(signed(SignedMail.answer("unknown", ANN, wrong)));
        deliver("Subject: hello\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII));
        turn();
        turn();
        assertThat(office.kept(order.id()).state()).isEqualTo(AcmeOrderState.OFFERED);
        assertThat(waiting()).isEqualTo(4);
        deliver(signed(SignedMail.answer(order.id(), ANN, wrong)));
        turn();
        assertThat(office.kept(order.id()).state()).isEqualTo(AcmeOrderState.FAILED);
        assertThat(office.kept(order.id()).problem()).contains("acme-wrong-answer");
        assertThat(waiting()).isEqualTo(4);
    }

    @Test
    void withoutTheMailServerEverythingWaits() {
        Partner ann = new Partner(office).open();
        AcmeAnswer.Order order = ann.order(ANN);
        server.stop();
        turn();
        turn();
        assertThat(office.kept(order.id()).mailedPart()).isPresent();
        assertThat(office.kept(order.id()).state()).isEqualTo(AcmeOrderState.OFFERED);
    }
}
