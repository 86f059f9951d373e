package org.sealpost.addressbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is kept from one answer to the next. */
class FreshAnswersTest {
    private RunningBook book;
    private X509Certificate bobs;

    @BeforeEach
    void open() throws Exception {
        book = new RunningBook(false);
        bobs = book.organisation.encryption("bob");
    }

    @AfterEach
    void close() throws Exception {
        book.close();
    }

    @Test
    void theAnswerIsAsOldAsTheQuestion() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            assertThat(bobs(program)).isOne();
            book.organisation.revoke(bobs);
            assertThat(bobs(program)).isZero();
        }
    }

    @Test
    void aDirectoryThatIsDownIsSaid() throws Exception {
        try (LDAPConnection program = book.connect("alice")) {
            assertThat(bobs(program)).isOne();
            book.organisation.people.close();
            assertThatThrownBy(() -> bobs(program))
                    .isInstanceOfSatisfying(LDAPSearchException.class, refused -> assertThat(refused.getResultCode())
                            .isEqualTo(ResultCode.UNAVAILABLE));
        }
    }

    private static int bobs(LDAPConnection program) throws LDAPException {
        return program.search(RunningBook.BASE, SearchScope.SUB, "(mail=bob@corp.example)")
                .getEntryCount();
    }
}
