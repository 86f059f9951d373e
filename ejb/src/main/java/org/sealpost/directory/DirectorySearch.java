package org.sealpost.directory;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sealpost.crypto.Passphrase;

/** One search after the other over the pool's connections, with the library's errors turned into ours. */
@Dependent
class DirectorySearch {
    private static final int PAGE = 500;
    private static final int MAX_PEOPLE = 100_000;
    private static final int SECONDS = Math.toIntExact(DirectoryConnections.ANSWER.toSeconds());
    private static final DereferencePolicy NEVER = DereferencePolicy.NEVER;

    private final DirectoryConnections connections;

    @Inject
    DirectorySearch(DirectoryConnections connections) {
        this.connections = connections;
    }

    /** The entries below a name, at most {@code limit} of them: a server that finds more gives the first ones. */
    List<SearchResultEntry> below(String base, Filter filter, int limit, String... attributes) {
        List<SearchResultEntry> found = new ArrayList<>();
        run(new SearchRequest(
                listener(found::add, limit), base, SearchScope.SUB, NEVER, limit, SECONDS, false, filter, attributes));
        return found;
    }

    /** The one entry of that name; empty when there is none. */
    Optional<SearchResultEntry> named(String dn, Filter filter, String... attributes) {
        List<SearchResultEntry> found = new ArrayList<>();
        run(new SearchRequest(
                listener(found::add, 1), dn, SearchScope.BASE, NEVER, 1, SECONDS, false, filter, attributes));
        return found.stream().findFirst();
    }

    /** Hands every entry below a name on, page by page over one connection (RFC 2696). */
    void walk(String base, Filter filter, Consumer<SearchResultEntry> entries, String... attributes) {
        SearchRequest request = new SearchRequest(
                listener(entries, MAX_PEOPLE), base, SearchScope.SUB, NEVER, 0, SECONDS, false, filter, attributes);
        LDAPConnection connection = connect();
        boolean sound = false;
        try {
            ASN1OctetString cookie = null;
            do {
                request.setControls(new SimplePagedResultsControl(PAGE, cookie, false));
                cookie = next(connection.search(request));
            } while (cookie != null);
            sound = true;
        } catch (LDAPException e) {
            throw unavailable(e);
        } catch (BoundedAnswer.AnswerTooLong e) {
            throw new DirectoryUnavailable("answer too long", e);
        } finally {
            connections.giveBack(connection, sound);
        }
    }

    private void run(SearchRequest request) {
        LDAPConnection connection = connect();
        boolean sound = false;
        try {
            connection.search(request);
            sound = true;
        } catch (LDAPSearchException e) {
            sound = e.getResultCode().isConnectionUsable();
            if (!e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)
                    && !e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                throw unavailable(e);
            }
        } catch (BoundedAnswer.AnswerTooLong e) {
            throw new DirectoryUnavailable("answer too long", e);
        } finally {
            connections.giveBack(connection, sound);
        }
    }

    /** Whether the directory accepts that password for that entry; the connection is the pool's again afterwards. */
    boolean accepts(String dn, Passphrase password) {
        if (password.length() == 0) {
            return false; // a bind without a password succeeds as nobody (RFC 4513 section 5.1.2)
        }
        try {
            return connections.accepts(dn, password);
        } catch (LDAPException e) {
            throw unavailable(e);
        }
    }

    private LDAPConnection connect() {
        try {
            return connections.take();
        } catch (LDAPException e) {
            throw unavailable(e);
        }
    }

    private static BoundedAnswer listener(Consumer<SearchResultEntry> entries, int limit) {
        return new BoundedAnswer(entries, limit, DirectoryConnections.ANSWER);
    }

    private static @Nullable ASN1OctetString next(SearchResult page) throws LDAPException {
        SimplePagedResultsControl answer = SimplePagedResultsControl.get(page);
        return answer == null || !answer.moreResultsToReturn() ? null : answer.getCookie();
    }

    private static DirectoryUnavailable unavailable(LDAPException failure) {
        return new DirectoryUnavailable(failure.getResultCode().getName(), failure);
    }
}
