package org.sealpost.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.sealpost.audit.AuditLog;
import org.sealpost.audit.Caller;
import org.sealpost.model.Act;
import org.sealpost.model.Page;
import org.sealpost.model.TrustedAuthority;
import org.sealpost.model.TrustedAuthorityRepository;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.ListAddress;

/**
 * The steps with an authority; each call is one transaction, with the authority's row locked. All throw
 * {@link NoSuchAuthority} for a number that there is not.
 */
@ApplicationScoped
@Transactional
class TrustDesk {
    private static final Pattern PART_OF_FINGERPRINT = Pattern.compile("[0-9a-fA-F]{4,64}");

    @Inject
    TrustedAuthorityRepository authorities;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** From the commit on no signature counts by it, on any server. */
    void untrust(long id, String reason) {
        TrustedAuthority authority = locked(id);
        authority.untrust(caller.name(), clock.instant(), reason);
        audit.success(Act.UNTRUST_AUTHORITY, authority.label(), reason);
    }

    void allowFetching(long id, ListAddress address) {
        TrustedAuthority authority = locked(id);
        authority.allowFetching(address);
        audit.success(Act.CHANGE_LIST_FETCHING, authority.label(), address.toString());
    }

    void forbidFetching(long id) {
        TrustedAuthority authority = locked(id);
        authority.forbidFetching();
        audit.success(Act.CHANGE_LIST_FETCHING, authority.label(), "not fetched any more");
    }

    /** Somebody uploaded it. */
    void upload(long id, ForeignList list) {
        TrustedAuthority authority = locked(id);
        authority.take(list, clock.instant(), false);
        authorities.keep(authority, list);
        audit.success(Act.TAKE_AUTHORITY_LIST, authority.label(), describe(list) + ", uploaded");
    }

    /**
     * It was fetched. Nothing is done when fetching was forbidden meanwhile, and a list that is there already leaves no
     * entry in the log.
     */
    void fetched(long id, ForeignList list) {
        TrustedAuthority authority = locked(id);
        if (authority.fetching().isEmpty()) {
            return;
        }
        boolean known = authority
                .list()
                .filter(there -> there.made().equals(list.thisUpdate()))
                .isPresent();
        authority.take(list, clock.instant(), true);
        if (!known) {
            authorities.keep(authority, list);
            audit.success(Act.TAKE_AUTHORITY_LIST, authority.label(), describe(list) + ", fetched");
        }
    }

    /** It could not be fetched. */
    void missed(long id, String cause) {
        locked(id).missed(cause, clock.instant());
    }

    AuthorityRow row(long id) {
        return AuthorityRow.of(found(id), clock.instant());
    }

    X509Certificate certificate(long id) {
        return found(id).certificate();
    }

    Page<AuthorityRow> page(AuthorityQuery query) {
        Instant now = clock.instant();
        return authorities
                .page(wanted(query.text()), query.state().orElse(null), query.afterKey(), query.limit())
                .map(one -> AuthorityRow.of(one, now));
    }

    /** A fingerprint is told in groups and kept without spaces; names keep theirs. */
    private static String wanted(String text) {
        String joined = text.replace(" ", "");
        return PART_OF_FINGERPRINT.matcher(joined).matches() ? joined : text;
    }

    /** Those whose list was not tried to be fetched since. */
    List<Long> toFetch(Instant since, int limit) {
        return authorities.toFetch(since, limit);
    }

    private TrustedAuthority found(long id) {
        return authorities.byId(id).orElseThrow(() -> new NoSuchAuthority(id));
    }

    private TrustedAuthority locked(long id) {
        return authorities.lock(id).orElseThrow(() -> new NoSuchAuthority(id));
    }

    private static String describe(ForeignList list) {
        return "made " + list.thisUpdate() + ", " + list.entries() + " entries";
    }
}
