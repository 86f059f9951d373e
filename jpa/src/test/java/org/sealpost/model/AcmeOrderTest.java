package org.sealpost.model;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AcmeOrderTest {
    private static final Instant NOW = ForeignCorp.NOW;
    private static final String RIGHT = "cmlnaHQ";
    private static final Serial SERIAL = new Serial("2a");
    private static final AcmeAccount ACCOUNT =
            new AcmeAccount("ann", new AcmeAccount.Key("thumb", "{}"), List.of("mailto:ann@partner.example"), NOW);

    /** What can happen to an order; each tells whether it had an effect. */
    private enum Event {
        ACCEPT(order -> order.accept(NOW)),
        RIGHT_MAIL(order -> order.answer(RIGHT, NOW, "wrong")),
        WRONG_MAIL(order -> order.answer("d3Jvbmc", NOW, "wrong")),
        ISSUE(order -> order.issue(SERIAL)),
        DROP(AcmeOrder::drop),
        EXPIRE(AcmeOrder::expire);

        private final Predicate<AcmeOrder> happens;

        Event(Predicate<AcmeOrder> happens) {
            this.happens = happens;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED,  ACCEPT,     ACCEPTED", "OFFERED,  RIGHT_MAIL, ANSWERED", "OFFERED,  WRONG_MAIL, FAILED",
        "OFFERED,  ISSUE,      -", "OFFERED,  DROP,       DROPPED", "OFFERED,  EXPIRE,     EXPIRED",
        "ACCEPTED, ACCEPT,     -", "ACCEPTED, RIGHT_MAIL, PROVEN", "ACCEPTED, WRONG_MAIL, FAILED",
        "ACCEPTED, ISSUE,      -", "ACCEPTED, DROP,       DROPPED", "ACCEPTED, EXPIRE,     EXPIRED",
        "ANSWERED, ACCEPT,     PROVEN", "ANSWERED, RIGHT_MAIL, -", "ANSWERED, WRONG_MAIL, -",
        "ANSWERED, ISSUE,      -", "ANSWERED, DROP,       DROPPED", "ANSWERED, EXPIRE,     EXPIRED",
        "PROVEN,   ACCEPT,     -", "PROVEN,   RIGHT_MAIL, -", "PROVEN,   WRONG_MAIL, -",
        "PROVEN,   ISSUE,      ISSUED", "PROVEN,   DROP,       DROPPED", "PROVEN,   EXPIRE,     EXPIRED",
        "ISSUED,   ACCEPT,     -", "ISSUED,   RIGHT_MAIL, -", "ISSUED,   WRONG_MAIL, -",
        "ISSUED,   ISSUE,      -", "ISSUED,   DROP,       -", "ISSUED,   EXPIRE,     -",
        "FAILED,   ACCEPT,     -", "FAILED,   RIGHT_MAIL, -", "FAILED,   WRONG_MAIL, -",
        "FAILED,   ISSUE,      -", "FAILED,   DROP,       -", "FAILED,   EXPIRE,     -",
        "DROPPED,  ACCEPT,     -", "DROPPED,  RIGHT_MAIL, -", "DROPPED,  WRONG_MAIL, -",
        "DROPPED,  ISSUE,      -", "DROPPED,  DROP,       -", "DROPPED,  EXPIRE,     -",
        "EXPIRED,  ACCEPT,     -", "EXPIRED,  RIGHT_MAIL, -", "EXPIRED,  WRONG_MAIL, -",
        "EXPIRED,  ISSUE,      -", "EXPIRED,  DROP,       -", "EXPIRED,  EXPIRE,     -"
    })
    void whatHappensInAState(AcmeOrderState before, Event event, String after) {
        AcmeOrder order = in(before);
        boolean changed = event.happens.test(order);
        assertThat(changed).isEqualTo(!after.equals("-"));
        assertThat(order.state()).isEqualTo(changed ? AcmeOrderState.valueOf(after) : before);
        assertThat(order.serial().isPresent()).isEqualTo(order.state() == AcmeOrderState.ISSUED);
        assertThat(order.problem().isPresent()).isEqualTo(order.state() == AcmeOrderState.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFERED,  pending pending pending,     true,  true",
        "ACCEPTED, pending pending processing,  true,  true",
        "ANSWERED, pending pending pending,     true,  false",
        "PROVEN,   ready valid valid,           true,  false",
        "ISSUED,   valid valid valid,           false, false",
        "FAILED,   invalid invalid invalid,     false, false",
        "DROPPED,  invalid deactivated invalid, false, false",
        "EXPIRED,  invalid expired invalid,     false, false"
    })
    void theThreeStatesOfTheProtocolFollow(AcmeOrderState state, String statuses, boolean open, boolean awaits) {
        assertThat(String.join(" ", state.order(), state.authorization(), state.challenge()))
                .isEqualTo(statuses);
        assertThat(state.open()).isEqualTo(open);
        assertThat(state.awaits()).isEqualTo(awaits);
    }

    @Test
    void theMailedHalfIsForgottenOnceItHasGone() {
        AcmeOrder order = in(AcmeOrderState.OFFERED);
        assertThat(order.mailedPart()).contains("mailed");
        order.mailed();
        assertThat(order.mailedPart()).isEmpty();
        assertThat(order.fetchedPart()).isEqualTo("fetched");
    }

    @Test
    void aChallengeThatCannotBeSentEndsTheOrder() {
        AcmeOrder order = in(AcmeOrderState.ACCEPTED);
        order.notMailed(2, "not-sent");
        assertThat(order.state()).isEqualTo(AcmeOrderState.ACCEPTED);
        order.notMailed(2, "not-sent");
        assertThat(order.state()).isEqualTo(AcmeOrderState.FAILED);
        assertThat(order.problem()).contains("not-sent");
        assertThat(order.mailedPart()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ordersAreFoundAsTheyAreNeeded(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            database.run(AcmeOrderTest::addTwoOrders);
            assertThat(database.find(em -> new AcmeRepository(em).byThumbprint("thumb")))
                    .contains(ACCOUNT);
            assertThat(number(database, all -> all.countOpen("ann"))).isEqualTo(2);
            assertThat(number(database, all -> all.countSince("ann@partner.example", NOW)))
                    .isEqualTo(1);
            assertThat(ids(database.list(em -> new AcmeRepository(em).toMail(9))))
                    .containsExactly("one");
            assertThat(ids(database.list(em -> new AcmeRepository(em).orders("ann", 9))))
                    .containsExactly("two", "one");
            assertThat(ids(database.list(em -> new AcmeRepository(em).overdue(NOW.plus(AcmeOrder.LIFETIME), 9))))
                    .containsExactly("one");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatCameToNothingIsForgotten(TestDatabase kind) {
        try (TestDatabase.Opened database = kind.open()) {
            database.run(AcmeOrderTest::addTwoOrders);
            Instant late = NOW.plus(AcmeOrder.LIFETIME).plus(Duration.ofDays(30));
            database.run(em -> new AcmeRepository(em).overdue(late, 9).forEach(AcmeOrder::expire));
            assertThat(number(database, all -> all.forget(late, 9))).isEqualTo(4);
            assertThat(number(database, AcmeRepository::countAccounts)).isZero();
            assertThat(database.find(em -> new AcmeRepository(em).lockAccount("ann")))
                    .isEmpty();
            assertThat(database.find(em -> new AcmeRepository(em).lockOrder("one")))
                    .isEmpty();
        }
    }

    /** Of one account; another has none. The second order's challenge has gone. */
    private static void addTwoOrders(EntityManager database) {
        AcmeRepository all = new AcmeRepository(database);
        all.add(new AcmeAccount("ann", ACCOUNT.key(), List.of(), NOW));
        all.add(new AcmeAccount("idle", new AcmeAccount.Key("other", "{}"), List.of(), NOW));
        AcmeOrder second = order("two", NOW.plusSeconds(1));
        all.add(order("one", NOW));
        all.add(second);
        second.accept(NOW);
        second.mailed();
    }

    @Test
    void anAccountGivenUpStaysSo() {
        AcmeAccount account = new AcmeAccount("x", new AcmeAccount.Key("t", "{}"), List.of("mailto:a@b.example"), NOW);
        account.reachBy(List.of("mailto:b@b.example", "mailto:c@b.example"));
        assertThat(account.contact()).containsExactly("mailto:b@b.example", "mailto:c@b.example");
        account.changeKey(new AcmeAccount.Key("u", "{1}"));
        assertThat(account.key()).isEqualTo(new AcmeAccount.Key("u", "{1}"));
        account.deactivate();
        account.deactivate();
        assertThat(account.state()).isEqualTo(AcmeAccountState.DEACTIVATED);
    }

    private static long number(TestDatabase.Opened database, ToLongFunction<AcmeRepository> counted) {
        return database.call(em -> counted.applyAsLong(new AcmeRepository(em)));
    }

    private static List<String> ids(List<AcmeOrder> orders) {
        return orders.stream().map(AcmeOrder::id).toList();
    }

    private static AcmeOrder order(String id, Instant at) {
        return new AcmeOrder(
                ACCOUNT, id, "ann@partner.example", new AcmeOrder.Challenge("mailed", "fetched", RIGHT), at);
    }

    private static AcmeOrder in(AcmeOrderState state) {
        AcmeOrder order = order("one", NOW);
        switch (state) {
            case OFFERED -> {
                // as it begins
            }
            case ACCEPTED -> order.accept(NOW);
            case ANSWERED -> order.answer(RIGHT, NOW, "wrong");
            case FAILED -> order.answer("d3Jvbmc", NOW, "wrong");
            case DROPPED -> order.drop();
            case EXPIRED -> order.expire();
            case PROVEN, ISSUED -> {
                order.accept(NOW);
                order.answer(RIGHT, NOW, "wrong");
                Optional.of(state).filter(AcmeOrderState.ISSUED::equals).ifPresent(issued -> order.issue(SERIAL));
            }
        }
        assertThat(order.state()).isEqualTo(state);
        return order;
    }
}
