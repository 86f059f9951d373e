package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PLAINBindRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.ManageDsaITRequestControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sealpost.settings.AddressBookConfiguration;

/** Who may ask: people by the directory's password, and strangers as far as the organisation lets them. */
class AdmissionTest {
    private static final String EXACT = "(mail=bob@corp.example)";

    @SuppressWarnings("NullAway.Init") // by each test, its own
    private RunningBook book;

    @AfterEach
    void close() throws Exception {
        if (book != null) {
            book.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "Alice@corp.example",
                "uid=alice,ou=Headquarters,dc=corp,dc=example",
                "uid=alice",
                " alice "
            })
    void peopleLogInAsTheyDoElsewhere(String name) throws Exception {
        open(false);
        try (LDAPConnection program = book.connect()) {
            assertThat(program.bind(name, "alice-sample").getResultCode()).isEqualTo(ResultCode.SUCCESS);
            assertThat(search(program, EXACT)).isEqualTo(ResultCode.SUCCESS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "alice,wrong",
        "nobody,nobody-sample",
        "nobody@corp.example,x",
        "sales@corp.example,x",
        "*,alice-sample",
        "alice)(uid=*,alice-sample",
        "'=,=',x"
    })
    void whoeverDoesNotKnowThePasswordStaysOutside(String name, String password) throws Exception {
        open(false);
        try (LDAPConnection program = book.connect()) {
            assertThat(bind(program, new SimpleBindRequest(name, password))).isEqualTo(ResultCode.INVALID_CREDENTIALS);
            assertThat(search(program, EXACT)).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        }
    }

    @Test
    void whoFailsIsNobodyEvenAfterALogin() throws Exception {
        open(false);
        try (LDAPConnection program = book.connect("alice")) {
            assertThat(bind(program, new SimpleBindRequest("alice", "wrong")))
                    .isEqualTo(ResultCode.INVALID_CREDENTIALS);
            assertThat(search(program, EXACT)).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
        }
    }

    @Test
    void nobodyAsksWithoutALogin() throws Exception {
        open(false);
        try (LDAPConnection program = book.connect()) {
            assertThat(search(program, EXACT)).isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
            assertThat(bind(program, new SimpleBindRequest())).isEqualTo(ResultCode.INAPPROPRIATE_AUTHENTICATION);
        }
    }

    @Test
    void strangersMayAskForWholeAddressesWhereTheyMayAtAll() throws Exception {
        open(true);
        try (LDAPConnection program = book.connect()) {
            assertThat(search(program, EXACT)).isEqualTo(ResultCode.SUCCESS);
            assertThat(bind(program, new SimpleBindRequest())).isEqualTo(ResultCode.SUCCESS);
            assertThat(program.search(RunningBook.BASE, SearchScope.SUB, EXACT).getEntryCount())
                    .isOne();
            assertThat(search(program, "(mail=bob*)")).isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
            assertThat(search(program, "(cn=Bob Baker)")).isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
        }
    }

    @Test
    void strangersMayNotGuessForLong() throws Exception {
        open(true);
        try (LDAPConnection program = book.connect()) {
            for (int i = 0; i < 20; i++) {
                assertThat(search(program, "(mail=guess" + i + "@corp.example)"))
                        .isEqualTo(ResultCode.SUCCESS);
            }
            assertThat(search(program, EXACT)).isEqualTo(ResultCode.BUSY);
            book.organisation.clock.pass(Duration.ofMinutes(1));
            assertThat(search(program, EXACT)).isEqualTo(ResultCode.SUCCESS);
        }
    }

    @Test
    void whoGuessesPasswordsHasToWaitAlsoWithTheRightOne() throws Exception {
        open(false);
        try (LDAPConnection program = book.connect()) {
            for (int i = 0; i < Logins.MOST_FAILURES; i++) {
                assertThat(bind(program, new SimpleBindRequest("alice", "guess" + i)))
                        .isEqualTo(ResultCode.INVALID_CREDENTIALS);
            }
            assertThat(bind(program, new SimpleBindRequest("alice", "alice-sample")))
                    .isEqualTo(ResultCode.BUSY);
            book.organisation.clock.pass(Duration.ofMinutes(1));
            assertThat(bind(program, new SimpleBindRequest("alice", "alice-sample")))
                    .isEqualTo(ResultCode.SUCCESS);
        }
    }

    @Test
    void whatIsNotSpokenIsSaidSo() throws Exception {
        open(false);
        try (LDAPConnection program = book.connect()) {
            assertThat(bind(program, new PLAINBindRequest("u:alice", "alice-sample")))
                    .isEqualTo(ResultCode.AUTH_METHOD_NOT_SUPPORTED);
            assertThat(extended(program, WhoAmIExtendedRequest.WHO_AM_I_REQUEST_OID))
                    .isEqualTo(ResultCode.PROTOCOL_ERROR);
            assertThat(extended(program, StartTLSExtendedRequest.STARTTLS_REQUEST_OID))
                    .isEqualTo(ResultCode.PROTOCOL_ERROR);
            assertThat(bind(
                            program,
                            new SimpleBindRequest("alice", "alice-sample", new ManageDsaITRequestControl(true))))
                    .isEqualTo(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION);
            assertThat(bind(
                            program,
                            new SimpleBindRequest("alice", "alice-sample", new ManageDsaITRequestControl(false))))
                    .isEqualTo(ResultCode.SUCCESS);
        }
    }

    @Test
    void withoutAPortThereIsNoBookAndStrangersAreOutsideUnlessItIsSaid() {
        AddressBookConfiguration none = AddressBookConfiguration.from(name -> null);
        assertThat(none.port()).isZero();
        assertThat(none.strangers()).isFalse();
        assertThat(none.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(none.baseDn()).isEqualTo("dc=corp,dc=example");
        assertThatThrownBy(() ->
                        AddressBookConfiguration.from(name -> name.equals("sealpost.ldap.view.port") ? "65536" : null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void open(boolean strangers) throws Exception {
        book = new RunningBook(strangers);
        book.organisation.encryption("bob");
    }

    private static ResultCode extended(LDAPConnection program, String operation) {
        try {
            return program.processExtendedOperation(operation).getResultCode();
        } catch (LDAPException e) {
            return e.getResultCode();
        }
    }

    private static ResultCode bind(LDAPConnection program, BindRequest request) {
        try {
            return program.bind(request).getResultCode();
        } catch (LDAPException e) {
            return e.getResultCode();
        }
    }

    private static ResultCode search(LDAPConnection program, String filter) {
        try {
            return program.search(RunningBook.BASE, SearchScope.SUB, filter).getResultCode();
        } catch (LDAPException e) {
            return e.getResultCode();
        }
    }
}
