package org.sealpost.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sealpost.it.Waiting.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sealpost.protocol.TokenCode;

/** The database breaks at the worst moments; each time there is a clear answer, an entry in the log, and nothing half. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseFaultsIT {
    private Postgres postgres;
    private SampleServer server;
    private Programs programs;

    @BeforeAll
    void open(@TempDir Path data) {
        postgres = Postgres.start();
        server = SampleServer.start(data, postgres.environment());
        programs = new Programs(server);
    }

    @AfterAll
    void close() {
        server.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void aDatabaseThatIsLostBetweenEscrowAndIssuingLeavesTheTokenAndNothingElse() {
        TokenCode token = programs.enable("dave");
        breakAt("after insert on escrowed_key", "perform pg_terminate_backend(pg_backend_pid())");
        Programs.Answer lost = programs.redeem("dave", token);
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.body()).contains("database-lost").contains("wholly or not at all");
        assertThat(number("select count(*) from escrowed_key")).isZero();
        assertThat(number("select count(*) from issued_certificate")).isZero();
        assertThat(number("select count(*) from one_time_token where state = 'LIVE'"))
                .isEqualTo(1);
        await(() -> failures("ENROL", "database-lost") == 1);
        mend("escrowed_key");
        assertThat(programs.redeem("dave", token).status()).isEqualTo(200);
        assertThat(number("select count(*) from escrowed_key")).isEqualTo(1);
        assertThat(number("select count(*) from issued_certificate where state = 'ISSUED'"))
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void aDiskThatIsFullWhileTheListIsWrittenLeavesTheOldListAndTheRevocation() {
        await(() -> number("select count(*) from revocation_list") == 1);
        assertThat(programs.redeem("erin", programs.enable("erin")).status()).isEqualTo(200);
        long before = number("select max(crl_number) from revocation_list");
        breakAt("before insert on revocation_list", "raise exception 'no space left' using errcode = '53100'");
        assertThat(programs.revoke("erin", "LEFT").status()).isBetween(200, 299);
        assertThat(number("select count(*) from issued_certificate where state = 'REVOKED'"))
                .isEqualTo(2);
        await(() -> failures("SIGN_REVOCATION_LIST", "database-full") > 0);
        assertThat(number("select max(crl_number) from revocation_list")).isEqualTo(before);
        assertThat(programs.list().status()).isEqualTo(200);
        mend("revocation_list");
        await(() -> number("select max(crl_number) from revocation_list") > before);
        assertThat(number("select count(*) from issued_certificate where state = 'REVOKED' and listed_in is null"))
                .isZero();
    }

    private void breakAt(String moment, String how) {
        postgres.execute("create function break_down() returns trigger language plpgsql as $$ begin " + how
                + "; return new; end $$");
        postgres.execute("create trigger break_down " + moment + " for each row execute function break_down()");
    }

    private void mend(String table) {
        postgres.execute("drop trigger break_down on " + table);
        postgres.execute("drop function break_down()");
    }

    private long failures(String act, String details) {
        return number("select count(*) from audit_entry where outcome = 'FAILURE' and act = '" + act
                + "' and details like '" + details + "%'");
    }

    private long number(String sql) {
        return postgres.number(sql);
    }
}
