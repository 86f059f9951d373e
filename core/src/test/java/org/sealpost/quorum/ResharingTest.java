package org.sealpost.quorum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResharingTest {
    private static final QuorumSize THREE_OF_FOUR = new QuorumSize(3, 4);

    @Test
    void newSetOpensWhatWasSealedBefore() {
        try (Officers officers = new Officers(2, 3)) {
            OpeningTask task = officers.task("request 1");
            Map<Integer, Sharing> deals = deals(officers::share, List.of(1, 3), THREE_OF_FOUR);
            Resharing resharing = new Resharing(officers.sharing.commitments(), commitments(deals));
            assertThat(resharing.commitments().publicKey()).isEqualTo(officers.pair.publicKey());
            List<Share> next = join(resharing, deals, THREE_OF_FOUR);
            for (List<Integer> holders : Officers.subsets(4)) {
                List<Contribution> given = holders.stream()
                        .map(it -> officers.contributions.make(next.get(it - 1), resharing.commitments(), task))
                        .toList();
                if (holders.size() >= 3) {
                    assertThat(officers.open(resharing.commitments(), task, given))
                            .isEqualTo(Officers.SECRET);
                } else {
                    assertThatExceptionOfType(QuorumNotReached.class)
                            .isThrownBy(() -> officers.open(resharing.commitments(), task, given));
                }
            }
        }
    }

    @Test
    void oldSharesAreWorthlessInTheNewSet() {
        try (Officers officers = new Officers(2, 3)) {
            OpeningTask task = officers.task("request 1");
            QuorumSize same = new QuorumSize(2, 3);
            Map<Integer, Sharing> deals = deals(officers::share, List.of(1, 2), same);
            Commitments after = new Resharing(officers.sharing.commitments(), commitments(deals)).commitments();
            assertThat(after).isNotEqualTo(officers.sharing.commitments());
            assertThatExceptionOfType(WrongShare.class)
                    .isThrownBy(() -> officers.contributions.make(officers.share(1), after, task));
            Contribution old = officers.contribution(task, 1);
            assertThatExceptionOfType(WrongContribution.class)
                    .isThrownBy(() -> officers.contributions.check(old, after, task));
        }
    }

    @Test
    void chainOfRandomSetsKeepsTheKey() {
        Random random = new Random(11);
        try (Officers officers = new Officers(2, 3)) {
            OpeningTask task = officers.task("request 1");
            Commitments commitments = officers.sharing.commitments();
            List<Share> shares = officers.sharing.shares();
            for (int round = 0; round < 12; round++) {
                QuorumSize next = size(random);
                List<Integer> dealing = chosen(shares.size(), commitments.needed(), random);
                List<Share> held = shares;
                Map<Integer, Sharing> deals = deals(it -> held.get(it - 1), dealing, next);
                Resharing resharing = new Resharing(commitments, commitments(deals));
                commitments = Commitments.parse(resharing.commitments().encode());
                shares = join(resharing, deals, next);
                assertOpens(officers, task, commitments, shares);
            }
        }
    }

    @Test
    void dealOfSomethingElseThanTheOwnShareNamesWhoDealt() {
        try (Officers officers = new Officers(2, 3)) {
            Map<Integer, Sharing> deals = deals(officers::share, List.of(1, 2), THREE_OF_FOUR);
            deals.put(2, Sharing.of(officers.share(3), THREE_OF_FOUR, Officers.RANDOM));
            assertWrong(officers, deals, 2);
            deals.put(2, Sharing.of(officers.share(2), new QuorumSize(2, 4), Officers.RANDOM));
            assertWrong(officers, deals, 2);
        }
    }

    @Test
    void tooFewDealsAreRefused() {
        try (Officers officers = new Officers(3, 4)) {
            Map<Integer, Sharing> deals = deals(officers::share, List.of(1, 2), THREE_OF_FOUR);
            assertThatExceptionOfType(QuorumNotReached.class)
                    .isThrownBy(() -> new Resharing(officers.sharing.commitments(), commitments(deals)));
        }
    }

    @Test
    void whatWasDealtWronglyNamesWhoDealtIt() {
        try (Officers officers = new Officers(2, 3)) {
            Map<Integer, Sharing> deals = deals(officers::share, List.of(1, 2), THREE_OF_FOUR);
            Resharing resharing = new Resharing(officers.sharing.commitments(), commitments(deals));
            Map<Integer, Share> dealt = dealtTo(4, deals);
            assertMissing(resharing, 4, Map.of(2, dealt.get(2)), 1);
            assertMissing(resharing, 4, Map.of(1, dealt.get(2), 2, dealt.get(2)), 1);
            assertMissing(
                    resharing, 4, Map.of(1, dealt.get(1), 2, dealtTo(3, deals).get(2)), 2);
            assertMissing(resharing, 3, dealt, 1);
        }
    }

    private static void assertOpens(Officers officers, OpeningTask task, Commitments commitments, List<Share> shares) {
        List<Contribution> given = shares.subList(shares.size() - commitments.needed(), shares.size()).stream()
                .map(it -> officers.contributions.make(it, commitments, task))
                .toList();
        assertThat(officers.open(commitments, task, given)).isEqualTo(Officers.SECRET);
    }

    private static void assertWrong(Officers officers, Map<Integer, Sharing> deals, int holder) {
        assertThatExceptionOfType(WrongContribution.class)
                .isThrownBy(() -> new Resharing(officers.sharing.commitments(), commitments(deals)))
                .satisfies(it -> assertThat(it.holder()).isEqualTo(holder));
    }

    private static void assertMissing(Resharing resharing, int holder, Map<Integer, Share> dealt, int dealer) {
        assertThatExceptionOfType(WrongContribution.class)
                .isThrownBy(() -> resharing.join(holder, dealt, Officers.RANDOM))
                .satisfies(it -> assertThat(it.holder()).isEqualTo(dealer));
    }

    private static QuorumSize size(Random random) {
        int people = 1 + random.nextInt(6);
        return new QuorumSize(1 + random.nextInt(people), people);
    }

    private static List<Integer> chosen(int people, int atLeast, Random random) {
        List<List<Integer>> enough = Officers.subsets(people).stream()
                .filter(it -> it.size() >= atLeast)
                .toList();
        return enough.get(random.nextInt(enough.size()));
    }

    private static Map<Integer, Sharing> deals(IntFunction<Share> held, List<Integer> dealing, QuorumSize next) {
        Map<Integer, Sharing> deals = new TreeMap<>();
        dealing.forEach(it -> deals.put(it, Sharing.of(held.apply(it), next, Officers.RANDOM)));
        return deals;
    }

    private static Map<Integer, Commitments> commitments(Map<Integer, Sharing> deals) {
        Map<Integer, Commitments> commitments = new TreeMap<>();
        deals.forEach((holder, deal) -> commitments.put(holder, deal.commitments()));
        return commitments;
    }

    private static Map<Integer, Share> dealtTo(int holder, Map<Integer, Sharing> deals) {
        Map<Integer, Share> dealt = new TreeMap<>();
        deals.forEach((from, deal) -> dealt.put(from, deal.shares().get(holder - 1)));
        return dealt;
    }

    private static List<Share> join(Resharing resharing, Map<Integer, Sharing> deals, QuorumSize next) {
        List<Share> joined = new ArrayList<>();
        IntStream.rangeClosed(1, next.people())
                .forEach(it -> joined.add(resharing.join(it, dealtTo(it, deals), Officers.RANDOM)));
        return joined;
    }
}
