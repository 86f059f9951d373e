package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sealpost.crypto.Providers;
import org.sealpost.pki.ForeignAuthority;
import org.sealpost.pki.ForeignList;
import org.sealpost.pki.ListAddress;
import org.sealpost.pki.MailDomains;

class TrustedAuthorityTest {
    private static final Instant NOW = ForeignCorp.NOW;
    private static final Duration DAY = Duration.ofDays(1);
    private static final ListAddress ADDRESS = ListAddress.parse("http://partner.example/ca.crl");

    private final ForeignCorp partner = new ForeignCorp("Partner");

    private static TrustTerms terms(String domains, Instant at) {
        return new TrustTerms(MailDomains.parse(domains), "ada", at, "joint venture");
    }

    private ForeignList list(Instant made) {
        return ForeignList.read(partner.list(made), partner.certificate(), Providers.best(), NOW.plus(DAY));
    }

    private TrustedAuthority trusted() {
        return new TrustedAuthority(partner.authority(), terms("partner.example", NOW));
    }

    @Test
    void itIsTrustedForItsDomainsAndAgainForOthers() {
        TrustedAuthority authority = trusted();
        assertThat(authority.anchor().permitted()).contains(MailDomains.parse("partner.example"));
        assertThat(authority.anchor().authority()).isEqualTo(partner.certificate());
        authority.trust(terms("other.example", NOW.plus(DAY)));
        assertThat(authority.terms()).isEqualTo(terms("other.example", NOW.plus(DAY)));
        authority.untrust("eve", NOW.plus(DAY), "broken");
        assertThat(authority.state()).isEqualTo(TrustState.UNTRUSTED);
        assertThat(authority.terms().by()).isEqualTo("eve");
        authority.trust(terms("partner.example", NOW.plus(DAY)));
        assertThat(authority.state()).isEqualTo(TrustState.TRUSTED);
    }

    @Test
    void whoIsTrustedNoLongerTakesNothing() {
        TrustedAuthority authority = trusted();
        authority.allowFetching(ADDRESS);
        authority.untrust("eve", NOW, "broken");
        assertThat(authority.fetching()).isEmpty();
        assertThatThrownBy(() -> authority.untrust("eve", NOW, "again")).isInstanceOf(AuthorityUntrusted.class);
        assertThatThrownBy(() -> authority.allowFetching(ADDRESS)).isInstanceOf(AuthorityUntrusted.class);
        assertThatThrownBy(() -> authority.take(list(NOW), NOW, false)).isInstanceOf(AuthorityUntrusted.class);
        assertThat(authority.list()).isEmpty();
    }

    @Test
    void itsListOnlyBecomesNewer() {
        TrustedAuthority authority = trusted();
        authority.take(list(NOW), NOW, false);
        authority.take(list(NOW), NOW.plusSeconds(1), false);
        authority.take(list(NOW.plusSeconds(9)), NOW, true);
        assertThatThrownBy(() -> authority.take(list(NOW.plusSeconds(8)), NOW, false))
                .isInstanceOfSatisfying(OlderList.class, older -> assertThat(older.arguments())
                        .containsExactly(NOW.plusSeconds(8), NOW.plusSeconds(9)));
        assertThat(authority.list().orElseThrow().made()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void aListIsStaleAfterItsTime() {
        TrustedAuthority authority = trusted();
        authority.take(list(NOW), NOW, false);
        ListStanding standing = authority.list().orElseThrow();
        assertThat(standing.stale(NOW.plus(DAY))).isFalse();
        assertThat(standing.stale(NOW.plus(DAY).plusSeconds(1))).isTrue();
        assertThat(new ListStanding(NOW, null, 0, NOW, true).stale(NOW)).isTrue();
    }

    @Test
    void whyNothingWasFetchedIsKeptUntilItIs() {
        TrustedAuthority authority = trusted();
        authority.missed("nobody listens", NOW);
        assertThat(authority.fetching()).isEmpty();
        authority.allowFetching(ADDRESS);
        authority.missed("x".repeat(500), NOW);
        ListFetching missed = authority.fetching().orElseThrow();
        assertThat(missed.failure()).hasSize(400);
        assertThat(missed.where()).isEqualTo(ADDRESS);
        authority.take(list(NOW), NOW.plusSeconds(1), true);
        assertThat(authority.fetching().orElseThrow().failure()).isNull();
        assertThat(authority.fetching().orElseThrow().tried()).isEqualTo(NOW.plusSeconds(1));
        authority.forbidFetching();
        assertThat(authority.fetching()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aStampChangesWithTermsAndListsAndNotWithTriesToFetch(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            TrustedAuthority authority = trusted();
            database.run(em -> new TrustedAuthorityRepository(em).add(authority));
            List<AuthorityStamp> first = stamps(database);
            assertThat(first).containsExactly(new AuthorityStamp(authority.id(), NOW, null));
            change(database, found -> found.allowFetching(ADDRESS));
            change(database, found -> found.missed("no", NOW));
            assertThat(stamps(database)).isEqualTo(first);
            ForeignList list = list(NOW);
            database.run(em -> {
                TrustedAuthorityRepository all = new TrustedAuthorityRepository(em);
                TrustedAuthority found = all.lock(authority.id()).orElseThrow();
                found.take(list, NOW, true);
                all.keep(found, list);
            });
            assertThat(stamps(database)).containsExactly(new AuthorityStamp(authority.id(), NOW, NOW));
            assertThat(database.find(em -> new TrustedAuthorityRepository(em).list(authority.id())))
                    .hasValueSatisfying(der -> assertThat(der).isEqualTo(list.encoded()));
            change(database, found -> found.untrust("eve", NOW, ""));
            assertThat(stamps(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aLongListIsKept(TestDatabase kind) {
        ForeignList list = ForeignList.read(partner.list(NOW, 40_000), partner.certificate(), Providers.best(), NOW);
        assertThat(list.encoded()).hasSizeGreaterThan(1024 * 1024);
        try (TestDatabase.Opened database = kind.open()) {
            database.run(em -> {
                TrustedAuthority authority = trusted();
                new TrustedAuthorityRepository(em).add(authority);
                authority.take(list, NOW, false);
                new TrustedAuthorityRepository(em).keep(authority, list);
            });
            assertThat(database.find(em -> new TrustedAuthorityRepository(em).list(1)))
                    .hasValueSatisfying(der -> assertThat(der).isEqualTo(list.encoded()));
            assertThat(database.find(em -> new TrustedAuthorityRepository(em)
                            .byId(1)
                            .flatMap(TrustedAuthority::list)
                            .map(ListStanding::entries)))
                    .contains(40_000);
        }
    }

    private static void change(TestDatabase.Opened database, Consumer<TrustedAuthority> verb) {
        database.run(
                em -> verb.accept(new TrustedAuthorityRepository(em).lock(1L).orElseThrow()));
    }

    private static List<AuthorityStamp> stamps(TestDatabase.Opened database) {
        return database.list(em -> new TrustedAuthorityRepository(em).stamps());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theyAreFoundByNameDomainAndFingerprintPageByPage(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            List<TrustedAuthority> all = IntStream.range(0, 5)
                    .mapToObj(i -> new TrustedAuthority(
                            new ForeignCorp("Partner " + i).authority(), terms("p" + i + ".example", NOW)))
                    .toList();
            all.forEach(one -> database.run(em -> new TrustedAuthorityRepository(em).add(one)));
            change(database, found -> found.untrust("eve", NOW, ""));
            Page<TrustedAuthority> first = page(database, "", null, Optional.empty());
            assertThat(first.rows()).containsExactly(all.get(4), all.get(3));
            Page<TrustedAuthority> second = page(database, "", null, first.nextKey());
            assertThat(page(database, "", null, second.nextKey()).rows()).containsExactly(all.get(0));
            assertThat(page(database, "PARTNER 3", null, Optional.empty()).rows())
                    .containsExactly(all.get(3));
            assertThat(page(database, "p2.exa", null, Optional.empty()).rows()).containsExactly(all.get(2));
            assertThat(page(database, all.get(1).fingerprint().substring(8, 40), null, Optional.empty())
                            .rows())
                    .containsExactly(all.get(1));
            assertThat(page(database, "%", null, Optional.empty()).rows()).isEmpty();
            assertThat(page(database, "", TrustState.UNTRUSTED, Optional.empty())
                            .rows())
                    .containsExactly(all.get(0));
        }
    }

    private static Page<TrustedAuthority> page(
            TestDatabase.Opened database, String text, @Nullable TrustState state, Optional<String> key) {
        return database.find(em -> Optional.of(new TrustedAuthorityRepository(em).page(text, state, key, 2)))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void thoseWhoseListIsDueAreFetched(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            database.run(em -> new TrustedAuthorityRepository(em).add(trusted()));
            assertThat(due(database, NOW)).isEmpty();
            change(database, found -> found.allowFetching(ADDRESS));
            assertThat(due(database, NOW)).containsExactly(1L);
            change(database, found -> found.missed("no", NOW));
            assertThat(due(database, NOW)).isEmpty();
            assertThat(due(database, NOW.plusSeconds(1))).containsExactly(1L);
            assertThat(database.find(em -> new TrustedAuthorityRepository(em)
                            .lock(partner.authority().fingerprint().hex())))
                    .isPresent();
        }
    }

    private static List<Long> due(TestDatabase.Opened database, Instant since) {
        return database.list(em -> new TrustedAuthorityRepository(em).toFetch(since, 9));
    }

    @Test
    void authorityKeepsItsCertificate() {
        ForeignAuthority read = partner.authority();
        assertThat(trusted().certificate()).isEqualTo(read.certificate());
        assertThat(trusted().label()).contains(read.fingerprint().hex());
    }
}
