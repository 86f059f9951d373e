package org.sealpost.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sealpost.crypto.Providers;
import org.sealpost.directory.Directory;
import org.sealpost.enrolment.EnablementService;
import org.sealpost.enrolment.EnrolmentService;
import org.sealpost.enrolment.IssuedToken;
import org.sealpost.enrolment.TokenRefused;
import org.sealpost.epf.ClientEnrolment;
import org.sealpost.epf.SecurityFile;
import org.sealpost.model.MailboxId;
import org.sealpost.pki.KeyType;
import org.sealpost.protocol.EnrolmentReply;
import org.sealpost.protocol.TokenCode;

/** Enabling and enrolling inside the server: its transactions, its database, its directory. */
@ExtendWith(ArquillianExtension.class)
class EnrolmentIT {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ENTRIES =
            "select act, outcome, actor, details from audit_entry where subject like ? or actor = ? order by entry_number";

    @Inject
    EnablementService enablement;

    @Inject
    EnrolmentService enrolment;

    @Inject
    Directory directory;

    @Inject
    Rows rows;

    @Deployment
    static EnterpriseArchive application() {
        return TestedApplication.with(EnrolmentIT.class, Login.class, Rows.class);
    }

    @Test
    void aTokenIsTakenOnceAndKeptInClearNowhere() throws Exception {
        MailboxId erin = id("erin");
        IssuedToken token = enable(erin);
        byte[] hash = TokenCode.parse(token.token()).hash();
        assertThat(rows.of(
                        "select state, tries_left, rawtohex(hash) from one_time_token where mailbox = ?", erin.value()))
                .containsExactly("LIVE 5 " + HexFormat.of().formatHex(hash));
        assertThat(rows.of("script"))
                .as("the whole database")
                .noneMatch(line -> line.contains(token.token()))
                .noneMatch(line -> line.contains(token.token().replace("-", "")));
    }

    @Test
    void anEnrolmentIsThereAsAWhole() throws Exception {
        MailboxId dave = id("dave");
        TokenCode token = TokenCode.parse(enable(dave).token());
        try (ClientEnrolment client = begin("dave", token);
                SecurityFile file = client.complete(enrol("dave", client))) {
            assertThat(file.mailbox()).isEqualTo("dave@corp.example");
            assertThat(standing(dave)).isEqualTo(new Standing("ENABLED", List.of("SPENT"), 2, 1));
            assertThatThrownBy(() -> enrol("dave", client)).isInstanceOf(TokenRefused.class);
        }
        assertThat(entries(dave, "dave"))
                .satisfiesExactly(
                        entry -> assertThat(entry).startsWith("ENABLE SUCCESS admin "),
                        entry -> assertThat(entry).startsWith("ENROL SUCCESS dave signing "),
                        entry -> assertThat(entry).startsWith("ENROL FAILURE dave token-spent "));
    }

    @Test
    void whenTheEscrowFailsNothingHasHappenedAndTheTokenStillWorks() throws Exception {
        MailboxId carol = id("carol");
        TokenCode token = TokenCode.parse(enable(carol).token());
        Standing before = standing(carol);
        assertThat(before).isEqualTo(new Standing("TOKEN_OUT", List.of("LIVE"), 0, 0));
        try (ClientEnrolment client = begin("carol", token)) {
            rows.change("alter table escrowed_key add constraint no_escrow check (mailbox <> '" + carol.value() + "')");
            try {
                assertThatThrownBy(() -> enrol("carol", client)).isNotInstanceOf(TokenRefused.class);
            } finally {
                rows.change("alter table escrowed_key drop constraint no_escrow");
            }
            assertThat(standing(carol)).isEqualTo(before);
            assertThat(entries(carol, "carol"))
                    .satisfiesExactly(
                            entry -> assertThat(entry).startsWith("ENABLE SUCCESS admin "),
                            entry -> assertThat(entry).isEqualTo("ENROL FAILURE carol internal-error"));
            client.complete(enrol("carol", client)).close();
        }
        assertThat(standing(carol)).isEqualTo(new Standing("ENABLED", List.of("SPENT"), 2, 1));
    }

    private MailboxId id(String login) {
        return directory.byLogin(login).orElseThrow().id();
    }

    private IssuedToken enable(MailboxId mailbox) throws Exception {
        return Login.of("admin").call(() -> enablement.enable(mailbox));
    }

    private static ClientEnrolment begin(String login, TokenCode token) {
        return ClientEnrolment.begin(Providers.best(), RANDOM, login + "@corp.example", token, KeyType.EC_P256);
    }

    private EnrolmentReply enrol(String login, ClientEnrolment client) throws Exception {
        return Login.of(login).call(() -> enrolment.enrol(client.request()));
    }

    private List<String> entries(MailboxId mailbox, String actor) throws Exception {
        return rows.of(ENTRIES, "%" + mailbox.value() + "%", actor);
    }

    private Standing standing(MailboxId mailbox) throws Exception {
        String id = mailbox.value();
        return new Standing(
                rows.of("select state from mailbox where id = ?", id).get(0),
                rows.of("select state from one_time_token where mailbox = ?", id),
                rows.of("select serial from issued_certificate where mailbox = ?", id)
                        .size(),
                rows.of("select serial from escrowed_key where mailbox = ?", id).size());
    }

    /** Where a mailbox stands, by everything that an enrolment changes. */
    private record Standing(String mailbox, List<String> tokens, int certificates, int escrowedKeys) {}
}
